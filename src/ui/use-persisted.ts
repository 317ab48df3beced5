import { useEffect, useState } from "react";
import { t } from "../domain/speech";
import { detectDevice } from "../reminders/device";
import { type Keeping, keepingOf } from "../reminders/keeping";
import { useBoard } from "./board";
import { storeTrouble } from "./parts/notices";
import { say } from "./parts/toast";

/** Whether the browser has promised not to clear what is kept; null where it does not say. */
export function usePersisted(): readonly [boolean | null, () => void] {
  const [persisted, setPersisted] = useState<boolean | null>(null);
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setPersisted, () => undefined);
  }, []);
  const ask = async () => {
    const kept = await navigator.storage.persist().catch(() => false);
    setPersisted(kept);
    say(kept ? t("The browser keeps your agenda for good.") : refusalWords(keepingOf(detectDevice(), kept)));
  };
  return [persisted, () => void ask()];
}

function refusalWords(keeping: Keeping): string {
  if (keeping === "seven days") {
    return t(
      "The browser did not agree. It may delete the agenda once this page was not opened for seven days; an installed app is kept.",
    );
  }
  return t(
    "The browser did not agree. It keeps the agenda all the same, unless its disk runs full; an installed app is kept sooner.",
  );
}

/** For how long this browser keeps what is here; null where it does not say, or keeps nothing anyway. */
export function useKeeping(): Keeping {
  const [persisted] = usePersisted();
  const isKept = useBoard(storeTrouble) !== "not-lasting";
  return isKept ? keepingOf(detectDevice(), persisted) : null;
}
