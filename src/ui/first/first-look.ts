import { timeTo } from "../../domain/say-time";
import { t } from "../../domain/speech";
import { deviceNow } from "../../store/clock";
import { HOME } from "../../store/home";
import { deviceOffset } from "../device-zone";
import { keepEarlyInstallPrompt } from "../install/early-install-prompt";
import { showLastTheme } from "../look/theme";
import { savedWords } from "../parts/saved-words";
import { WIDE } from "../use-media";
import { APP, FACTS, FILE, type PictureFacts } from "./facts";
import { keepPressed, readMirror, readPressed } from "./mirror";
import { painted } from "./painted";
import { isHome, whatShows } from "./what-shows";

// The script of the page's head, before anything is painted: in which theme, and whether the first screen that
// is written into the page is shown. The app's own code, and the store, come too late for that.
askForRefusedStyles();
showLastTheme();
keepEarlyInstallPrompt();
const { dataset } = document.currentScript as HTMLScriptElement;
const facts = JSON.parse(dataset[FACTS] ?? "{}") as PictureFacts;
const now = deviceNow();
const { search, hash } = location;
const { languages } = navigator;
const left = readMirror();
const stage = whatShows({ search, hash, now, left, languages, isWide: matchMedia(WIDE).matches }, facts);
document.documentElement.dataset.first = stage ?? "none";
const app = dataset[APP] ?? "";
// On this device already, its code would only take the processor from the first paint. From the network, and where
// nothing is painted without it, it is asked for at once.
if (stage === null || !navigator.serviceWorker?.controller) preload(app);
void start();

/** The page's own styles are not applied where the host has a policy that does not know them: then their file is. */
function askForRefusedStyles(): void {
  const styles = document.querySelector("style");
  if (!styles || styles.sheet) return;
  const link = Object.assign(document.createElement("link"), {
    rel: "stylesheet",
    href: styles.dataset[FILE] ?? "",
  });
  link.setAttribute("blocking", "render");
  document.head.append(link);
}

function preload(href: string): void {
  document.head.append(
    Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "", href }),
  );
}

/** Runs the app's own code: at once, or when the first screen has been painted. */
async function start(): Promise<void> {
  await parsed();
  const first = document.getElementById("first");
  if (first && stage !== null) {
    complete(first);
    await painted();
    sayAge(first);
  }
  await import(/* @vite-ignore */ app);
}

function parsed(): Promise<void> | undefined {
  if (document.readyState !== "loading") return undefined;
  return new Promise((resolve) => {
    document.addEventListener("readystatechange", () => resolve(), { once: true });
  });
}

/** Says what only the visit knows, and hears what is pressed before there is anybody else to hear it. */
function complete(first: HTMLElement): void {
  const words = first.querySelector("[data-stage=before] .stage strong");
  if (words) words.textContent = t("Begins {time}", { time: timeTo(facts.opensAt - now) });
  if (deviceOffset(facts.firstAt) !== facts.offset) first.dataset.zone = "other";
  // Whoever goes on before the app is there leaves this day at once.
  addEventListener("hashchange", () => {
    const main = first.querySelector("main");
    if (main) main.hidden = !isHome(location.hash) && location.hash !== facts.hash;
  });
  const press = (button: HTMLButtonElement) => {
    if (button.hasAttribute("aria-pressed"))
      button.ariaPressed = button.ariaPressed === "true" ? "false" : "true";
    button.toggleAttribute("data-pressed");
  };
  first.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest("button");
    if (!button) return;
    press(button);
    const pressed = [...first.querySelectorAll<HTMLElement>("[data-session]:has([data-pressed])")];
    keepPressed(
      pressed.map(({ dataset: { session = "" } }) => ({ conference: HOME, sessionId: session, isSet: true })),
    );
  });
  // The visit before was left before its last star had got into the store.
  for (const { conference, sessionId, isSet } of readPressed()) {
    if (conference !== HOME || !isSet) continue;
    const star = first.querySelector<HTMLButtonElement>(
      `[data-session="${CSS.escape(sessionId)}"] [aria-pressed]`,
    );
    if (star) press(star);
  }
}

/** Says how old the copy is. After the first paint: the formats for it are dear to make. */
function sayAge(first: HTMLElement): void {
  const saved = first.querySelector(".freshness [role=status]");
  if (saved) saved.textContent = savedWords(left?.savedAt ?? facts.builtAt, now, !navigator.onLine);
}
