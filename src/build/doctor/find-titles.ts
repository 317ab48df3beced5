import { isBreak } from "../../domain/session";
import { type Examined, placeOf } from "./examined";
import { type Finding, finding } from "./finding";
import { isOpenWord } from "./words";

/**
 * Measured in the list at 360 px in Chromium: a line of a title is 173 px wide at 18 px a letter, and takes 15 to 21
 * Latin letters (mostly 20), as its words break. Three lines end at 45 to 64 letters, and the list cuts a title off
 * after its seventh line, at 123 to 148. So many tell where the worst luck with words begins.
 */
const MOST_SHOWN = 120;
const FIVE_LINES = 80;

/** Letters of Chinese, Japanese and Korean are two Latin ones wide. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Drawn on or into the letter before. */
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** How wide a title is, in Latin letters. */
export function widthOf(title: string): number {
  let width = 0;
  for (const letter of title) width += NO_WIDTH.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return width;
}

/** Titles that are missing, not yet real, or too long for a phone. */
export function findTitles(feed: Examined): readonly Finding[] {
  return feed.conference.sessions.flatMap((session) => {
    const place = placeOf(feed, session);
    if (feed.details[session.id]?.summary.trim() === "") {
      return [finding("no-title", place, "It has no SUMMARY.")];
    }
    if (isOpenWord(session.title)) {
      return [finding("title-open", place, `It is called “${session.title}”.`)];
    }
    if (isBreak(session)) return [];
    const width = widthOf(session.title);
    if (width <= FIVE_LINES) return [];
    if (width > MOST_SHOWN) return [finding("title-cut", place, `More than ${MOST_SHOWN} letters.`)];
    return [finding("title-long", place, `More than ${FIVE_LINES} letters.`)];
  });
}
