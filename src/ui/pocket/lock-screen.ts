import { timeTo } from "../../domain/say-time";
import { t } from "../../domain/speech";
import { SECOND } from "../../domain/time";
import { keptImage } from "../../reminders/kept-image";
import type { Upcoming } from "../../reminders/pocket-plan";
import { scopeHere } from "../base-path";

/** What the lock screen shows of a page that plays: the next session, and how far off it is. */
export interface LockScreen {
  /** Shows `next` at `now`, counted from `since`; all device time. Nothing is done where nothing is new. */
  readonly show: (next: Upcoming | undefined, since: number, now: number) => void;
  readonly close: () => void;
}

const ICON = "pwa-192x192.png";

/** Takes the lock screen; its buttons to pause or stop call `onStop`. Where a browser has none, nothing is shown. */
export function openLockScreen(onStop: () => void): LockScreen {
  const session = navigator.mediaSession as MediaSession | undefined;
  if (!session) return { show: () => undefined, close: () => undefined };
  let shown = "";
  let counted = 0;
  let artwork: MediaImage[] = [];
  void keptImage(scopeHere(), ICON).then((src) => {
    if (src) artwork = [{ src, sizes: "192x192", type: "image/png" }];
    shown = "";
  });
  const actions = ["pause", "stop"] as const;
  for (const action of actions) session.setActionHandler(action, onStop);
  session.playbackState = "playing";

  const countDown = (next: Upcoming, since: number, now: number) => {
    const duration = (next.startsAt - since) / SECOND;
    const position = (now - since) / SECOND;
    if (duration > 0 && position >= 0 && position <= duration)
      session.setPositionState({ duration, position, playbackRate: 1 });
    else session.setPositionState();
  };
  return {
    show: (next, since, now) => {
      const away = next ? timeTo(next.startsAt - now) : "";
      const room = next?.session.room;
      const words = [next?.session.title, room, next?.conferenceName, away].join("\n");
      if (words !== shown) {
        shown = words;
        session.metadata = new MediaMetadata({
          title: next ? t("Next: {title}", { title: next.session.title }) : t("Pocket mode"),
          artist: room ? `${room} · ${away}` : away,
          album: next?.conferenceName ?? "",
          artwork,
        });
        counted = 0;
      }
      if (next && now - counted > 10 * SECOND) {
        counted = now;
        countDown(next, since, now);
      }
    },
    close: () => {
      for (const action of actions) session.setActionHandler(action, null);
      session.metadata = null;
      session.playbackState = "none";
      session.setPositionState();
    },
  };
}
