import { medianOf } from "../../src/build/bench-figures";
import type { Measured } from "../../src/build/bench-metrics";
import { awaitPressed, awaitRowsBeyond, awaitSettled, awaitTitle } from "./await-paint";
import { allDrawn, type BenchBrowser, longTasks, quiet, rowsPainted } from "./bench-browser";
import type { Conference } from "./bench-sites";
import type { Tab } from "./tab";

const STARS = 3;
const PAUSE = 700;
/** Milliseconds for the first change to come. */
const PATIENCE = 30_000;
/** Milliseconds after which a key has changed nothing: what was found before is what is found now. */
const NOTHING = 5_000;
/** Letters of the word that is searched for: it is in many titles. */
const WORD = /(?<=^SUMMARY:.*)\b[a-z]{7,9}\b/gm;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A star, another day, and a session, each touched in a day that has come to rest. */
export async function measureTouches(browser: BenchBrowser, { home }: Conference): Promise<Measured> {
  const tab = await browser.visit(home, "", "stopped");
  await rowsPainted(tab);
  await allDrawn(tab);
  await quiet(tab, PAUSE);
  const star = await starAndBack(tab);
  const day = await otherDays(tab);
  const title = await openSession(tab, awaitTitle);
  // The paint of the title is not the end of it.
  await quiet(tab, PAUSE);
  await tab.ask(() => history.back());
  await tab.ask(() => new Promise<void>((done) => setTimeout(done, 1_000)));
  await quiet(tab, PAUSE);
  const settled = await openSession(tab, awaitSettled);
  await tab.close();
  return { star, day, "open.title": title, "open.settled": settled };
}

/** The median of a few rows' stars; each is taken away again. */
async function starAndBack(tab: Tab): Promise<number | null> {
  const took: (number | null)[] = [];
  for (let index = 0; index < STARS; index++) {
    for (const isStar of [true, false]) {
      const place = await placeOf(tab, "article[data-session] button[aria-pressed]", index);
      const one = await touch(tab, place, awaitPressed);
      if (isStar) took.push(one);
      await quiet(tab, PAUSE);
    }
  }
  return medianOf(took);
}

/** To another day and back. */
async function otherDays(tab: Tab): Promise<number | null> {
  const took: (number | null)[] = [];
  for (let times = 0; times < 2; times++) {
    const place = await placeOf(tab, 'a[href^="#/day/"]:not([aria-current])', 0);
    took.push(await touch(tab, place, awaitRowsBeyond));
    await quiet(tab, PAUSE);
  }
  return medianOf(took);
}

async function openSession(tab: Tab, awaited: (patience: number) => void): Promise<number | null> {
  return touch(tab, await placeOf(tab, 'article[data-session] a[href^="#/session/"]', 0), awaited);
}

/** The first key ever pressed in the search, and the median of those after it that change what is found. */
export async function measureKeys(browser: BenchBrowser, { home, feed }: Conference): Promise<Measured> {
  const tab = await browser.visit(home, "#/search", "stopped");
  await rowsPainted(tab);
  await quiet(tab, PAUSE);
  await tab.ask(() => document.querySelector<HTMLElement>("input[type=search]")?.focus());
  const press = async (letter: string, patience: number) => {
    await tab.ask(awaitSettled, patience);
    await tab.type(letter);
    return inputToPaint(tab);
  };
  const [beginning = "", ...letters] = commonWord(feed);
  const first = await press(beginning, PATIENCE);
  const took: number[] = [];
  for (const letter of letters) {
    const one = await press(letter, NOTHING);
    if (one !== null) took.push(one);
  }
  await tab.close();
  return { "key.first": first, "key.settled": medianOf(took) };
}

/** The word that is found in most titles. */
function commonWord(feed: string): string {
  const counts = new Map<string, number>();
  for (const [word] of feed.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? "";
}

/** The whole day, a screen for each frame. */
export async function measureScroll(browser: BenchBrowser, { home }: Conference): Promise<Measured> {
  const tab = await browser.visit(home, "", "stopped");
  await rowsPainted(tab);
  await allDrawn(tab);
  await quiet(tab, PAUSE);
  const from = await tab.ask(() => performance.now());
  await tab.ask(
    () =>
      new Promise<void>((done) => {
        let last = -1;
        const step = () => {
          if (scrollY === last) return done();
          last = scrollY;
          scrollBy({ top: innerHeight, behavior: "instant" });
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  );
  await quiet(tab, PAUSE);
  const { longest, long } = await longTasks(tab, from);
  await tab.close();
  return { "scroll.longest": longest, "scroll.long": long };
}

/** Touches a place, and gives the milliseconds from the input to the paint that `awaited` waits for. */
async function touch(tab: Tab, place: Place, awaited: (patience: number) => void): Promise<number | null> {
  await tab.ask(awaited, PATIENCE);
  await tab.click(place);
  return inputToPaint(tab);
}

async function inputToPaint(tab: Tab): Promise<number | null> {
  return tab.ask(async () => {
    const paintedAt = await window.benchWatch.awaited;
    return paintedAt === null ? null : paintedAt - window.benchWatch.inputAt;
  });
}

/** The middle of one of the elements, brought into the middle of the screen. */
async function placeOf(tab: Tab, selector: string, index: number): Promise<Place> {
  const place = await tab.ask(
    async (wanted: { selector: string; index: number }) => {
      const element = document.querySelectorAll(wanted.selector)[wanted.index];
      element?.scrollIntoView({ block: "center", behavior: "instant" });
      await window.benchWatch.painted();
      if (!element) return null;
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const touched = document.elementFromPoint(x, y);
      return touched !== null && element.contains(touched) ? { x, y } : null;
    },
    { selector, index },
  );
  if (place === null) throw new Error(`There is no ${selector} to be touched.`);
  return place;
}
