import { useEffect, useState } from "react";
import { t } from "../../domain/speech";

/** A screen reader that is told of each letter has no time for the words. */
const PAUSE = 700;

/** How many sessions are left of all, seen at once and said once the writer pauses. */
export function ResultCount({ shown, all }: { readonly shown: number; readonly all: number }) {
  const words =
    shown === all
      ? t("{count, plural, one {# session} other {# sessions}}", { count: all })
      : t("{shown} of {count, plural, one {# session} other {# sessions}}", { shown, count: all });
  const [said, setSaid] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), PAUSE);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <>
      <p aria-hidden="true">{words}</p>
      <p role="status" aria-label={t("Search results")} className="hidden">
        {said}
      </p>
    </>
  );
}
