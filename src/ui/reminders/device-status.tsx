import { useEffect, useState } from "react";
import type { DeviceFacts } from "../../reminders/device-promise";
import type { Permission } from "../../reminders/permission";
import { InstallHelp } from "../install/install-help";
import { say } from "../parts/toast";

const PERMISSIONS: Readonly<Record<Permission, string>> = {
  granted: "allowed",
  default: "not asked yet",
  denied: "blocked for this site",
  impossible: "not to be had in this browser",
};

const PLATFORMS = { computer: "a computer", android: "Android", ios: "an iPhone or iPad" } as const;
const ENGINES = {
  chromium: "Chrome or a relative of it",
  firefox: "Firefox",
  webkit: "Safari or another",
} as const;

/** Whether the browser has promised not to clear what is kept; null where it does not say. */
export function usePersisted(): readonly [boolean | null, () => void] {
  const [persisted, setPersisted] = useState<boolean | null>(null);
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setPersisted, () => undefined);
  }, []);
  const ask = async () => {
    const kept = await navigator.storage.persist().catch(() => false);
    setPersisted(kept);
    say(
      kept
        ? "The browser keeps your agenda for good."
        : "The browser did not agree. It keeps the agenda all the same, unless its disk runs full; an installed app is kept sooner.",
    );
  };
  return [persisted, () => void ask()];
}

function howToUnblock({ platform, engine }: DeviceFacts): string {
  if (platform === "ios") return "Settings → Notifications → this app → Allow Notifications.";
  if (platform === "android")
    return "Tap the icon left of the address → Permissions → Notifications → Allow.";
  return engine === "firefox"
    ? "Click the crossed-out bell left of the address and clear the block."
    : "Click the icon left of the address → Notifications → Allow.";
}

/** The facts that the promise hangs on, each with the way to mend it where it falls short. */
export function DeviceStatus(props: {
  readonly facts: DeviceFacts;
  readonly controlled: boolean;
  readonly persisted: boolean | null;
  readonly onPersist: () => void;
}) {
  const { facts, controlled, persisted, onPersist } = props;
  const { permission, platform, engine, installed, hasWorker, isKept } = facts;
  return (
    <section aria-labelledby="device">
      <h2 id="device">This device</h2>
      <dl className="facts-list">
        <Fact name="Notifications" good={permission === "granted"} words={PERMISSIONS[permission]}>
          {permission === "denied" && <p className="quiet">{howToUnblock(facts)}</p>}
        </Fact>
        <Fact
          name="App"
          good={installed || platform === "computer"}
          words={installed ? "installed" : "in a browser tab"}
        >
          <InstallHelp />
          {platform === "android" && !installed && (
            <p className="quiet">Without a button here: browser menu → “Add to Home screen”.</p>
          )}
        </Fact>
        <Fact
          name="Background part"
          good={hasWorker && controlled}
          words={controlled ? "running" : hasWorker ? "there, from the next visit on" : "missing"}
        >
          {!controlled && (
            <button type="button" className="button" onClick={() => globalThis.location.reload()}>
              Reload the page
            </button>
          )}
        </Fact>
        <Fact
          name="Storage"
          good={persisted === true && isKept}
          words={
            !isKept
              ? "nothing is kept once this page is closed"
              : persisted === null
                ? "kept, as far as this browser says"
                : persisted
                  ? "kept for good"
                  : "kept, until the browser runs out of space"
          }
        >
          {persisted === false && isKept && (
            <button type="button" className="button" onClick={onPersist}>
              Ask to keep it for good
            </button>
          )}
        </Fact>
        <Fact name="Platform" good words={`${ENGINES[engine]} on ${PLATFORMS[platform]}`} />
      </dl>
    </section>
  );
}

function Fact(props: {
  readonly name: string;
  readonly good: boolean;
  readonly words: string;
  readonly children?: React.ReactNode;
}) {
  return (
    <div data-good={props.good}>
      <dt>{props.name}</dt>
      <dd>
        <span>{props.words}</span>
        {props.children}
      </dd>
    </div>
  );
}
