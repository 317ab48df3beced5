import { t } from "../../domain/speech";
import type { Db, Source } from "../../store/db";
import { HOME } from "../../store/home";
import { OWN_NAME, showConference } from "../shown";

/** Where several conferences are kept: each is one tap away. */
export function Switcher(props: {
  readonly db: Db;
  readonly sources: readonly Source[];
  readonly current: string;
}) {
  const { db, sources, current } = props;
  if (sources.length === 0) return null;
  const all = [{ key: HOME, name: OWN_NAME }, ...sources];
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
