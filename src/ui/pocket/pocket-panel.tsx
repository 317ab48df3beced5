import { CirclePlay, Timer } from "lucide-react";
import { type RefCallback, useCallback, useMemo, useRef, useState } from "react";
import { type Clock, deviceTime } from "../../domain/clock";
import { evidenceOf, type PocketTest } from "../../domain/pocket-test";
import { t } from "../../domain/speech";
import { pocketPlanOf } from "../../reminders/pocket-plan";
import { deviceNow } from "../../store/clock";
import type { Db } from "../../store/db";
import type { Kept } from "../../store/kept";
import type { PocketEnd } from "../../store/settings";
import { usePocket } from "../reminders/use-pocket";
import { startPocket, stopPocket } from "./pocket";
import { PocketEnded } from "./pocket-ended";
import { PocketRunning, sinceWords } from "./pocket-running";
import { PocketTestResult } from "./pocket-test-result";

/** What pocket mode is, what it takes, how it last went, and the ways to begin, test and end it. */
export function PocketPanel(props: {
  readonly db: Db;
  readonly kept: readonly Kept[];
  readonly clock: Clock;
  /** App's time, epoch milliseconds. */
  readonly now: number;
  /** Reminders are to sound. */
  readonly sounds: boolean;
  readonly test: PocketTest | null;
  readonly end: PocketEnd | null;
  readonly here: Pick<PocketTest, "code" | "browser">;
  readonly isPhone: boolean;
}) {
  const { db, kept, clock, now, sounds, test, end, here, isPhone } = props;
  const state = usePocket();
  const [isAsked, setAsked] = useState(false);
  const plan = useMemo(() => pocketPlanOf(kept, clock, null, deviceTime(clock, now)), [kept, clock, now]);
  const { state: proof } = evidenceOf(test, here, deviceNow());
  // What was pressed goes: what stands in its place is what the keyboard is on next.
  const isPressed = useRef(false);
  const press = (work: () => void) => () => {
    isPressed.current = true;
    work();
  };
  const takeFocus = useCallback<RefCallback<HTMLButtonElement>>((button) => {
    if (!button || !isPressed.current) return;
    isPressed.current = false;
    button.focus({ preventScroll: true });
  }, []);
  const body = () => {
    if (state.isOn) {
      return (
        <>
          <PocketRunning
            {...{ takeFocus }}
            next={plan.upcoming[0]}
            isTest={state.isTest}
            onStop={press(stopPocket)}
          />
          {state.isTest && result}
        </>
      );
    }
    if (proof === "failed" && !isAsked) {
      return (
        <>
          {result}
          <p className="actions">
            <button type="button" className="button" onClick={press(() => setAsked(true))}>
              {t("Use it all the same")}
            </button>
          </p>
        </>
      );
    }
    return (
      <>
        <About isPhone={isPhone} isProven={proof === "passed"} />
        <Ways
          {...{ sounds, takeFocus }}
          isEmpty={plan.endsAt === null}
          isProven={proof === "passed"}
          onStart={press(() => startPocket(db, null))}
          onTest={press(() => startPocket(db, here))}
        />
        {result}
      </>
    );
  };
  const result = test && (
    <PocketTestResult {...{ test }} isStale={proof === "stale"} isGoing={state.isOn && state.isTest} />
  );
  return (
    <>
      {/* One region for all of it: screen readers do not hear one that is new. */}
      <p role="status" aria-label={t("Pocket mode")}>
        {state.isOn ? sinceWords(state, proof === "passed") : <PocketEnded end={end} />}
      </p>
      {body()}
    </>
  );
}

/** What it does, and what it takes: to be read before it begins. */
function About({ isPhone, isProven }: { readonly isPhone: boolean; readonly isProven: boolean }) {
  return (
    <>
      <p>
        {t(
          "Plays as a podcast does, so that a locked phone may let the app go on: a sound too quiet to hear, and a chime at each reminder. The lock screen shows what comes next.",
        )}
      </p>
      <dl className="facts-list">
        <Fact
          name={t("Sound")}
          words={t(
            "Taken from other apps. Their sound, a call or the lock screen’s button ends it, and the app says so.",
          )}
        />
        <Fact name={t("Volume")} words={t("That of media, such as music: turn it up.")} />
        <Fact name={t("Battery")} words={t("It takes some; how much has not been measured.")} />
        <Fact name={t("End")} words={t("By itself, after the last session that rings today.")} />
        {!isProven && (
          <Fact
            name={t("On this device")}
            words={
              isPhone
                ? t("Not known before it is tested: no phone has been measured.")
                : t("It is meant for phones: what this computer does without it stands above.")
            }
          />
        )}
      </dl>
    </>
  );
}

function Fact({ name, words }: { readonly name: string; readonly words: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  );
}

/** The ways to begin; where nothing more rings today there is nothing to begin but a test. */
function Ways(props: {
  readonly isEmpty: boolean;
  readonly sounds: boolean;
  readonly takeFocus: RefCallback<HTMLButtonElement>;
  /** It has passed its test on this device; until then that comes first. */
  readonly isProven: boolean;
  readonly onStart: () => void;
  readonly onTest: () => void;
}) {
  const { isEmpty, sounds, takeFocus, isProven, onStart, onTest } = props;
  return (
    <>
      {isEmpty && <p>{t("Nothing more rings today. Star what you mean to attend, and start it then.")}</p>}
      {!sounds && <p>{t("Sound is switched off above: it would keep the app awake, and stay silent.")}</p>}
      <p className="actions">
        <button
          type="button"
          className={isProven ? "button" : "button primary"}
          ref={takeFocus}
          onClick={onTest}
        >
          <Timer aria-hidden="true" size={20} />
          {t("Test it: lock the phone for five minutes")}
        </button>
        {!isEmpty && (
          <button type="button" className={isProven ? "button primary" : "button"} onClick={onStart}>
            <CirclePlay aria-hidden="true" size={20} />
            {t("Start pocket mode")}
          </button>
        )}
      </p>
    </>
  );
}
