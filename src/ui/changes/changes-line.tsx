import { useEffect, useState } from "react";
import { t } from "../../domain/speech";
import type { News } from "../../store/changes";

/**
 * One line on what has changed since the attendee last looked, the starred sessions first; gone once looked at.
 * It comes and goes where nobody reads below it: as a view opens, or at its beginning.
 */
export function ChangesLine(props: {
  /** What has not been looked at. */
  readonly news: News;
  readonly starred: ReadonlySet<string>;
  /** The view that is shown; null where nothing is said. */
  readonly view: string | null;
}) {
  const { news, starred, view } = props;
  const said = useAtBeginning(news, view);
  const unlooked = said.changes;
  const count = unlooked.length;
  const ofStars = unlooked.filter(({ sessionId }) => starred.has(sessionId)).length;
  return (
    <div role="status" aria-label={t("Changes")}>
      {view !== null && count > 0 && (
        <p className="notice">
          <a className="icon-link" href="#/changes">
            {ofStars > 0
              ? t(
                  "Starred: {starred} of {count, plural, one {# change} other {# changes}} since you last looked",
                  { starred: ofStars, count },
                )
              : t(
                  "{count, plural, one {# change since you last looked} other {# changes since you last looked}}",
                  { count },
                )}
          </a>
        </p>
      )}
    </div>
  );
}

/** The news as it was when the page last stood at its beginning, or another view was opened. */
function useAtBeginning(news: News, view: string | null): News {
  const [said, setSaid] = useState({ news, view });
  useEffect(() => {
    const take = () => {
      if (scrollY <= 0) setSaid({ news, view });
    };
    take();
    addEventListener("scroll", take, { passive: true });
    return () => removeEventListener("scroll", take);
  }, [news, view]);
  // At once, as the view itself is new.
  if (said.view !== view) setSaid({ news, view });
  return said.view === view ? said.news : news;
}
