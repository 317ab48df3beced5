/**
 * The conference's name in the masthead, which leads to the schedule; the page's where there is none yet. `logo` is
 * a file beside the page.
 */
export function ConferenceName(props: {
  readonly name: string | undefined;
  readonly logo: string | undefined;
}) {
  const { name, logo } = props;
  return (
    <p className="name" dir="auto">
      <a href="#/">
        {logo && <img src={logo} alt="" width={28} height={28} />}
        {name ?? document.title}
      </a>
    </p>
  );
}
