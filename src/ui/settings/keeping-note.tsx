import { t } from "../../domain/speech";
import { useKeeping } from "../use-persisted";

/** What this browser promises about what is kept, as a fact. */
export function KeepingNote() {
  const keeping = useKeeping();
  switch (keeping) {
    case "promised":
      return <p>{t("This browser has promised to keep what is here.")}</p>;
    case "not promised":
      return (
        <p>
          {t(
            "This browser has not promised to keep what is here: where its disk runs full, it may clear it.",
          )}
        </p>
      );
    case "seven days":
      return (
        <p>
          {t(
            "This browser has not promised to keep what is here: it may delete all of it once this page was not opened for seven days.",
          )}
        </p>
      );
    case null:
      return null;
  }
}
