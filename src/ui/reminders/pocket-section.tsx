import { lazy, Suspense, useState } from "react";
import type { Clock } from "../../domain/clock";
import { evidenceOf, type PocketTest } from "../../domain/pocket-test";
import { t } from "../../domain/speech";
import { DAY } from "../../domain/time";
import { deviceNow } from "../../store/clock";
import type { Db } from "../../store/db";
import type { Kept } from "../../store/kept";
import { readSetting } from "../../store/settings";
import { loadView } from "../update/load-view";
import { useLive } from "../use-live";
import { thisCode } from "./this-code";
import { usePocket } from "./use-pocket";

const PocketPanel = lazy(async () => ({
  default: (await loadView(() => import("../pocket/pocket-panel"))).PocketPanel,
}));

/**
 * The way to pocket mode. Its code is loaded once somebody opens this; it stands open where it is on, or has ended in
 * a way that is to be told.
 */
export function PocketSection(props: {
  readonly db: Db;
  readonly kept: readonly Kept[];
  readonly clock: Clock;
  readonly now: number;
  /** Reminders are to sound. */
  readonly sounds: boolean;
  readonly test: PocketTest | null;
  readonly isPhone: boolean;
}) {
  const { db, kept, clock, now, sounds, test, isPhone } = props;
  const { isOn } = usePocket();
  const ended = useLive(() => readSetting(db, "pocketEnd"), [db], null);
  // By its time of day, which says nothing a day later.
  const end = ended && deviceNow() - ended.at < DAY ? ended : null;
  const [isOpened, setOpened] = useState<boolean | null>(null);
  const isOpen = isOpened ?? (isOn || end !== null);
  const here = thisCode();
  const { state } = evidenceOf(test, here, deviceNow());
  return (
    <section aria-labelledby="pocket">
      <h2 id="pocket">{t("Pocket mode")}</h2>
      <details
        className="pocket"
        open={isOpen}
        onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
      >
        <summary>
          {state === "failed"
            ? t("An experiment, which has failed on this device")
            : t("An experiment, for a phone that is locked")}
        </summary>
        {isOpen && (
          <Suspense fallback={null}>
            <PocketPanel {...{ db, kept, clock, now, sounds, test, end, here, isPhone }} />
          </Suspense>
        )}
      </details>
    </section>
  );
}
