import type { ReportLine } from "../../domain/conference";
import { retold, t } from "../../domain/speech";

const MOST = 50;

const LEVELS = ["skipped", "dropped", "guessed", "note"] as const;

function summaryOf(level: ReportLine["level"], count: number): string {
  switch (level) {
    case "skipped":
      return t(
        "{count, plural, one {# event is left out: it cannot be read} other {# events are left out: they cannot be read}}",
        { count },
      );
    case "dropped":
      return t("{count, plural, one {# detail is left out} other {# details are left out}}", { count });
    case "guessed":
      return t("{count, plural, one {# thing is guessed} other {# things are guessed}}", { count });
    case "note":
      return t("{count, plural, one {# remark} other {# remarks}}", { count });
  }
}

/** What could not be taken of a feed as it stood, in plain words; the long lists folded. */
export function FeedReport({ report }: { readonly report: readonly ReportLine[] }) {
  if (report.length === 0) return <p>{t("The feed could be read without a fault.")}</p>;
  return LEVELS.map((level) => {
    const lines = report.filter((line) => line.level === level);
    if (lines.length === 0) return null;
    return (
      <details key={level}>
        <summary>{summaryOf(level, lines.length)}</summary>
        <ul className="reminder-list">
          {lines.slice(0, MOST).map(({ where, reason }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand there twice
            <li key={index}>
              <bdi>{where}</bdi>
              <span className="quiet" dir="auto">
                {retold(reason)}
              </span>
            </li>
          ))}
          {lines.length > MOST && <li>{t("and {count} more", { count: lines.length - MOST })}</li>}
        </ul>
      </details>
    );
  });
}
