import { t } from "../../domain/speech";
import { infoTitles } from "../embedded-feed";

/** What single keys do. Each is a press of a key without Ctrl, Alt or Meta, outside of fields. */
interface Shortcut {
  readonly keys: readonly string[];
  readonly says: string;
  readonly act: () => void;
}

const TITLE = ".title a";
/** The row or cell of the session that is open beside: its star is there. */
const OPEN = "article[aria-current]";

const go = (hash: string) => () => {
  location.hash = hash;
};

/** The shortcuts, in the order of the sheet that explains them. */
export function shortcuts(showSheet: () => void): readonly Shortcut[] {
  return [
    { keys: ["/"], says: t("Search"), act: search },
    { keys: ["j"], says: t("Next session"), act: () => step(1) },
    { keys: ["k"], says: t("Session before"), act: () => step(-1) },
    { keys: ["s"], says: t("Star it, or take the star away"), act: star },
    { keys: ["]"], says: t("Next day"), act: () => turn(1) },
    { keys: ["["], says: t("Day before"), act: () => turn(-1) },
    { keys: ["d"], says: t("Schedule"), act: go("/") },
    { keys: ["n"], says: t("Now"), act: go("/now") },
    { keys: ["a"], says: t("Agenda"), act: go("/agenda") },
    { keys: ["r"], says: t("Reminders"), act: go("/reminders") },
    ...(infoTitles().length > 0 ? [{ keys: ["i"], says: t("Information"), act: go("/info") }] : []),
    { keys: ["?"], says: t("This list"), act: showSheet },
  ];
}

/** True for a press that belongs to what is being written or chosen, or to the browser. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return true;
  const { target } = event;
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable], dialog") !== null
  );
}

function search(): void {
  const field = document.querySelector<HTMLElement>("main [role=searchbox], main input[type=search]");
  if (field) field.focus();
  else location.hash = "/search";
}

/** Moves the focus to the title of the next session in the list, or of the first in sight. */
function step(by: 1 | -1): void {
  // The session that is open beside has no link in its list; from there it goes on all the same.
  const here =
    document.activeElement?.closest<HTMLElement>("article") ?? document.querySelector<HTMLElement>(OPEN);
  const articles = [...document.querySelectorAll<HTMLElement>(":is(main, .beside) article")].filter(
    (article) => article === here || article.querySelector(TITLE),
  );
  const at = here ? articles.indexOf(here) : -1;
  const inSight = articles.findIndex((article) => article.getBoundingClientRect().top > 0.2 * innerHeight);
  const next = (at < 0 ? articles[Math.max(0, inSight)] : articles[at + by])?.querySelector<HTMLElement>(
    TITLE,
  );
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function star(): void {
  const here = document.activeElement?.closest(`article:not(${OPEN}), .session-page`);
  const place = here ?? document.querySelector(".session-page");
  place?.querySelector<HTMLElement>("button[aria-pressed].star")?.click();
}

function turn(by: 1 | -1): void {
  const days = [...document.querySelectorAll<HTMLAnchorElement>(".day-tabs a")];
  const shown = days.findIndex((day) => day.getAttribute("aria-current") === "page");
  if (shown >= 0) days[shown + by]?.click();
}
