import { t } from "../../domain/speech";

/** Says why a search shows nothing, and what would show something. */
export function NothingFound(props: {
  readonly words: string;
  /** How many sessions there would be without the filters. */
  readonly without: number;
  readonly onClearFilters: () => void;
  readonly onClearWords: () => void;
}) {
  const { words, without, onClearFilters, onClearWords } = props;
  return (
    <div className="empty-page">
      <p>
        {without === 0
          ? t(
              "Nothing in this schedule matches “{words}”. It may be spelled otherwise, or be only half of it.",
              {
                words,
              },
            )
          : words
            ? t("The filters leave nothing of what matches “{words}”.", { words })
            : t("The filters leave nothing of this schedule.")}
      </p>
      <p className="actions">
        {without > 0 && (
          <button type="button" className="button" onClick={onClearFilters}>
            {t("Search without the filters")}
          </button>
        )}
        {words && (
          <button type="button" className="button" onClick={onClearWords}>
            {t("Clear the words")}
          </button>
        )}
      </p>
    </div>
  );
}
