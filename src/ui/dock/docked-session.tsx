import { X } from "lucide-react";
import { type ComponentProps, useLayoutEffect } from "react";
import { t } from "../../domain/speech";
import { isTaken } from "../keyboard/shortcuts";
import { goBackTo } from "../place";
import { dayHref } from "../route";
import { SessionView } from "../session/session-view";

/** One session: a page of its own, or, with the day to go back to, beside that day's list. */
export function DockedSession(
  props: ComponentProps<typeof SessionView> & { readonly dockedBeside: string | null },
) {
  const { dockedBeside, ...view } = props;
  return (
    <>
      {dockedBeside !== null && <CloseDock id={view.id} day={dockedBeside} />}
      {/* Each session anew, or the text of the last one would stand under the title of the next. */}
      <SessionView key={view.id} {...view} />
    </>
  );
}

/** Closes the session beside the list: a link, and Escape. */
function CloseDock({ id, day }: { readonly id: string; readonly day: string }) {
  const href = dayHref(day);
  // From the moment that it is seen: nobody waits for a key to be listened to.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || isTaken(event)) return;
      goBackTo(id);
      location.hash = href;
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [id, href]);
  return (
    <p className="close-dock">
      <a
        className="icon-link"
        href={href}
        onClick={(event) => {
          // With one of these the list opens elsewhere, and this page stays.
          if (!event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) goBackTo(id);
        }}
      >
        <X aria-hidden="true" size={20} />
        {t("Close")}
      </a>
    </p>
  );
}
