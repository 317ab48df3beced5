import type { Kind } from "../../domain/session";
import { t } from "../../domain/speech";

/** What to call a kind where all of them are listed. */
export function kindWord(kind: Kind): string {
  switch (kind) {
    case "keynote":
      return t("Keynote");
    case "talk":
      return t("Talk");
    case "workshop":
      return t("Workshop");
    case "bof":
      return t("BoF");
    case "break":
      return t("Break");
    case "check-in":
      return t("Check-in");
  }
}
