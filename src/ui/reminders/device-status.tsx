import { t } from "../../domain/speech";
import type { DeviceFacts } from "../../reminders/device-promise";
import { type Keeping, keepingOf } from "../../reminders/keeping";
import type { Permission } from "../../reminders/permission";
import type { Db } from "../../store/db";
import { InstallHelp } from "../install/install-help";

function permissionWords(permission: Permission): string {
  switch (permission) {
    case "granted":
      return t("allowed");
    case "default":
      return t("not asked yet");
    case "denied":
      return t("blocked for this site");
    case "impossible":
      return t("not to be had in this browser");
  }
}

function platformName(platform: DeviceFacts["platform"]): string {
  if (platform === "android") return "Android";
  return platform === "ios" ? t("an iPhone or iPad") : t("a computer");
}

function engineName(engine: DeviceFacts["engine"]): string {
  if (engine === "firefox") return "Firefox";
  return engine === "webkit" ? t("Safari or another") : t("Chrome or a relative of it");
}

function keepingWords(keeping: Keeping): string {
  switch (keeping) {
    case null:
      return t("kept, as far as this browser says");
    case "promised":
      return t("kept for good");
    case "not promised":
      return t("kept, until the browser runs out of space");
    case "seven days":
      return t("kept, until this page was not opened for seven days");
  }
}

function howToUnblock({ platform, engine }: DeviceFacts): string {
  if (platform === "ios") return t("Settings → Notifications → this app → Allow Notifications.");
  if (platform === "android")
    return t("Tap the icon left of the address → Permissions → Notifications → Allow.");
  return engine === "firefox"
    ? t("Click the crossed-out bell left of the address and clear the block.")
    : t("Click the icon left of the address → Notifications → Allow.");
}

/** The facts that the promise hangs on, each with the way to mend it where it falls short. */
export function DeviceStatus(props: {
  readonly db: Db;
  readonly facts: DeviceFacts;
  readonly controlled: boolean;
  readonly persisted: boolean | null;
  readonly onPersist: () => void;
}) {
  const { db, facts, controlled, persisted, onPersist } = props;
  const { permission, platform, engine, installed, hasWorker, isKept } = facts;
  return (
    <section aria-labelledby="device">
      <h2 id="device">{t("This device")}</h2>
      <dl className="facts-list">
        <Fact name={t("Notifications")} good={permission === "granted"} words={permissionWords(permission)}>
          {permission === "denied" && <p className="quiet">{howToUnblock(facts)}</p>}
        </Fact>
        <Fact
          name={t("App")}
          good={installed || platform === "computer"}
          words={installed ? t("installed") : t("in a browser tab")}
        >
          <InstallHelp db={db} />
          {platform === "android" && !installed && (
            <p className="quiet">{t("Without a button here: browser menu → “Add to Home screen”.")}</p>
          )}
        </Fact>
        <Fact
          name={t("Background part")}
          good={hasWorker && controlled}
          words={controlled ? t("running") : hasWorker ? t("there, from the next visit on") : t("missing")}
        >
          {!controlled && (
            <button type="button" className="button" onClick={() => globalThis.location.reload()}>
              {t("Reload the page")}
            </button>
          )}
        </Fact>
        <Fact
          name={t("Storage")}
          good={persisted === true && isKept}
          words={
            !isKept
              ? t("nothing is kept once this page is closed")
              : keepingWords(keepingOf(facts, persisted))
          }
        >
          {persisted === false && isKept && (
            <button type="button" className="button" onClick={onPersist}>
              {t("Ask to keep it for good")}
            </button>
          )}
        </Fact>
        <Fact
          name={t("Platform")}
          good
          words={t("{engine} on {platform}", {
            engine: engineName(engine),
            platform: platformName(platform),
          })}
        />
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
