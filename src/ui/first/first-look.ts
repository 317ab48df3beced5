import { timeTo } from "../../domain/say-time";
import { t } from "../../domain/speech";
import { deviceNow } from "../../store/clock";
import { showLastTheme } from "../look/theme";
import { savedWords } from "../parts/saved-words";
import { WIDE } from "../use-media";
import { PICTURE, type PictureFacts } from "./facts";
import { readMirror } from "./mirror";
import { whatShows } from "./what-shows";

// The script of the page's head, before anything is painted: in which theme, and whether the first screen that
// is written into the page is shown. `readRehearsal` and the store come too late for that.
showLastTheme();
const { dataset } = document.currentScript as HTMLScriptElement;
const facts = JSON.parse(dataset[PICTURE] ?? "{}") as PictureFacts;
const now = deviceNow();
const { search, hash } = location;
const left = readMirror();
const stage = whatShows(
  {
    ...{ search, hash, now, left },
    languages: navigator.languages,
    isWide: matchMedia(WIDE).matches,
  },
  facts,
);
const page = document.documentElement;
page.dataset.first = stage ?? "none";
if (stage !== null) complete();

/** Says what only the visit knows, as soon as it can be said; with the first frame at the latest. */
function complete(): void {
  const first = document.getElementById("first");
  if (!first || document.readyState === "loading") return void requestAnimationFrame(complete);
  const words = first.querySelector("[data-stage=before] .stage strong");
  if (words) words.textContent = t("Begins {time}", { time: timeTo(facts.opensAt - now) });
  const saved = first.querySelector(".freshness [role=status]");
  if (saved) saved.textContent = savedWords(left?.savedAt ?? facts.builtAt, now, !navigator.onLine);
  const own = -new Date(facts.firstAt).getTimezoneOffset() * 60_000;
  if (own !== facts.offset) first.dataset.zone = "other";
  // What is pressed before there is anybody to hear it is done when there is.
  first.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest("button");
    if (!button) return;
    if (button.hasAttribute("aria-pressed"))
      button.ariaPressed = button.ariaPressed === "true" ? "false" : "true";
    button.toggleAttribute("data-pressed");
  });
}
