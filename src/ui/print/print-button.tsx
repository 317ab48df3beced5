import { Printer } from "lucide-react";
import { t } from "../../domain/speech";
import { loadPaper } from "./load-paper";

/** Opens the browser's own dialog, once what it is to print is there. */
export function PrintButton() {
  // Browsers inside of other apps have none.
  if (typeof print !== "function") return null;
  return (
    <button type="button" className="button print" onClick={() => void loadPaper().then(() => print())}>
      <Printer aria-hidden="true" size={20} />
      {t("Print")}
    </button>
  );
}
