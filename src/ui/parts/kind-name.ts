import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";

type Named = Pick<Session, "kind" | "sponsored" | "own">;

/** What to call a session's kind beside its title; null for what needs no word. */
export function kindName({ kind, sponsored, own }: Named): string | null {
  if (own) return t("Your own entry");
  if (sponsored) return sponsoredName(kind);
  switch (kind) {
    case "keynote":
      return t("Keynote");
    case "workshop":
      return t("Workshop");
    case "bof":
      return t("BoF");
    default:
      return null;
  }
}

function sponsoredName(kind: Session["kind"]): string {
  switch (kind) {
    case "keynote":
      return t("Sponsored keynote");
    case "talk":
      return t("Sponsored talk");
    case "workshop":
      return t("Sponsored workshop");
    case "bof":
      return t("Sponsored BoF");
    case "break":
      return t("Sponsored break");
    case "check-in":
      return t("Sponsored check-in");
  }
}
