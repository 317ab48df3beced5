import { t } from "../../domain/speech";
import { say } from "../parts/toast";

/** Puts a link into the clipboard, and says so. */
export async function copyLink(link: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(link);
    say(t("The link is copied."));
  } catch {
    say(t("This browser copies nothing. Take the file."));
  }
}
