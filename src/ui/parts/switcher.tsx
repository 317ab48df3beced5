import { t } from "../../domain/speech";
import type { Db, Source } from "../../store/db";
import { HOME } from "../../store/home";
import { OWN_NAME, showConference } from "../shown";

/** Where several conferences are kept: each is one tap away, but for editions that are past unless one is shown. */
export function Switcher(props: {
  readonly db: Db;
  readonly sources: readonly Source[];
  readonly current: string;
}) {
  const { db, sources, current } = props;
  const listed = sources.filter(({ key, edition }) => !edition || key === current);
  if (listed.length === 0) return null;
  // Its next edition may have come to a page that was built for the one before.
  const own = sources.findLast(({ edition }) => edition?.of === HOME)?.edition?.next ?? OWN_NAME;
  const all = [{ key: HOME, name: own }, ...listed];
  return (
    <div className="column switcher">
      <fieldset aria-label={t("Conferences")} className="choices">
        {all.map(({ key, name }) => (
          <button
            key={key}
            type="button"
            className="text-button"
            aria-current={key === current || undefined}
            onClick={() => void showConference(db, key)}
            dir="auto"
          >
            {name}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
