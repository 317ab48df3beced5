import { t } from "../../domain/speech";
import type { News } from "../../store/changes";
import { unlookedIn } from "./unlooked";

/** One line on what has changed since the attendee last looked, the starred sessions first; gone once looked at. */
export function ChangesLine(props: {
  readonly news: News;
  readonly starred: ReadonlySet<string>;
  /** On other views nothing is said. */
  readonly isShown: boolean;
}) {
  const { news, starred, isShown } = props;
  const unlooked = unlookedIn(news);
  const count = unlooked.length;
  const ofStars = unlooked.filter(({ sessionId }) => starred.has(sessionId)).length;
  return (
    <div role="status" aria-label={t("Changes")}>
      {isShown && count > 0 && (
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
