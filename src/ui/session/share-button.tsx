import { Share2 } from "lucide-react";
import { clockTime, dayName, zoneLabel } from "../../domain/say-time";
import { dateOf, type Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { sessionHash } from "../../reminders/card";
import { BASE } from "../base-path";
import { say } from "../parts/toast";

/**
 * Tells somebody else of a session: through the device's share sheet, or by way of the clipboard. Of an own entry the
 * words alone: its address leads nowhere on another device.
 */
export function ShareButton({ session, timeZone }: { readonly session: Session; readonly timeZone: string }) {
  const share = async () => {
    const { title, own } = session;
    const text = shareWords(session, timeZone);
    // The app's own address: whoever opens it has the whole schedule, there without a network from then on.
    const url = new URL(`${BASE}${sessionHash(session.id)}`, location.origin).href;
    try {
      if (!navigator.share) {
        await navigator.clipboard.writeText(own ? text : `${text}\n${url}`);
        say(own ? t("Copied.") : t("Copied, with the address of this page."));
        return;
      }
      await navigator.share(own ? { title, text } : { title, text, url });
    } catch (error) {
      if (error instanceof Error && error.name === "AbortError") return;
      say(
        own
          ? t("This browser shares and copies nothing.")
          : t("This browser shares and copies nothing. The address is in its address bar."),
      );
    }
  };
  return (
    <button type="button" className="button" onClick={() => void share()}>
      <Share2 aria-hidden="true" size={20} />
      {t("Share")}
    </button>
  );
}

/** "Sharpening pencils · Tuesday 21 May 14:00 (GMT+2) · Hall H" */
function shareWords(session: Session, timeZone: string): string {
  const { title, startsAt, allDay, room } = session;
  const day = dayName(dateOf(session, timeZone));
  const time = allDay
    ? day
    : t("{day} {time} ({zone})", {
        day,
        time: clockTime(startsAt, timeZone),
        zone: zoneLabel(startsAt, timeZone),
      });
  return [title, time, room].filter((part) => part !== null).join(" · ");
}
