import type { ReactNode } from "react";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { type Layout, writeSetting } from "../../store/settings";
import { Timetable, type TimetableProps } from "./timetable";
import "../look/timetable.css";

/** A day where there is room: as a timetable, or as the list for those who like that better. */
export function WideDay(
  props: TimetableProps & {
    readonly db: Db;
    readonly layout: Layout;
    readonly head: ReactNode;
    /** What is said before the day itself. */
    readonly intro: ReactNode;
    readonly list: ReactNode;
  },
) {
  const { db, layout, head, intro, list, ...table } = props;
  const choices = [
    { value: "timetable", name: t("Timetable") },
    { value: "list", name: t("List") },
  ] as const;
  const isTable = layout === "timetable";
  return (
    <div className={isTable ? "wide-day" : "column"}>
      <div className="wide-head">
        {head}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in its row */}
        <div role="group" aria-label={t("Show the day as")} className="layouts">
          {choices.map(({ value, name }) => (
            <button
              key={value}
              type="button"
              aria-pressed={layout === value}
              onClick={() => void writeSetting(db, "layout", value)}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
      {intro}
      {isTable ? <Timetable {...table} /> : list}
    </div>
  );
}
