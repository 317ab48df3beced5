/** A row of the yardsticks. */
export interface PlainRow {
  readonly id: string;
  readonly time: string;
  readonly title: string;
  readonly room: string;
}

/** The rows as React draws them. */
export function Rows({ rows }: { readonly rows: readonly PlainRow[] }) {
  return (
    <>
      <h1>Saturday</h1>
      {rows.map(({ id, time, title, room }) => (
        <article key={id} data-session={id} aria-label={title}>
          <p>
            <time>{time}</time>
          </p>
          <div>
            <h2>
              <a href={`#${id}`}>{title}</a>
            </h2>
            <p>{room}</p>
          </div>
        </article>
      ))}
    </>
  );
}
