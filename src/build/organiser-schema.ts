import * as v from "valibot";
import { LANGUAGES } from "../domain/choices";
import { DAY_START_HOUR, isTimeZone } from "../domain/time";

/** Where an organiser writes; the path is the one that messages name. */
export const CONFERENCE_FILE = "public/conference.json";

const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const hex = v.pipe(v.string(), v.regex(/^#[\da-fA-F]{6}$/));

/** By day as it stands and by night as bright as it has to be, or one for each. */
const colour = v.union([hex, v.strictObject({ light: hex, dark: hex })]);

/** A file in `public/`. */
const picture = v.pipe(
  v.string(),
  v.regex(/^(?!.*\.\.)[\w-][\w./-]*\.(svg|png|webp|jpe?g)$/),
  v.maxLength(200),
);

const infoEntry = v.pipe(
  v.strictObject({
    title: text(80),
    text: v.exactOptional(text(4_000)),
    link: v.exactOptional(v.pipe(v.string(), v.regex(/^(https?:\/\/[^\s/]|mailto:\S|tel:[\d+])\S*$/))),
    picture: v.exactOptional(picture),
  }),
  v.check((entry) => (entry.text ?? entry.link ?? entry.picture) !== undefined),
);

/** What may stand in `public/conference.json`: every key has a default, and no other key is taken. */
export const ORGANISER = v.strictObject({
  $schema: v.exactOptional(v.string()),
  feed: v.optional(text(2_000), "public/schedule.ics"),
  direct: v.optional(v.boolean(), false),
  name: v.exactOptional(text(120)),
  shortName: v.exactOptional(text(30)),
  logo: v.exactOptional(v.pipe(v.string(), v.regex(/^(?!.*\.\.)[\w-][\w./-]*\.(svg|png)$/))),
  colours: v.optional(
    v.strictObject({
      paper: v.exactOptional(v.strictObject({ light: hex, dark: hex })),
      ink: v.exactOptional(v.strictObject({ light: hex, dark: hex })),
      signal: v.exactOptional(colour),
      star: v.exactOptional(colour),
      rooms: v.exactOptional(v.pipe(v.array(colour), v.minLength(1), v.maxLength(8))),
    }),
    {},
  ),
  timeZone: v.exactOptional(v.pipe(v.string(), v.check(isTimeZone))),
  dayStartHour: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(12)), DAY_START_HOUR),
  leadMinutes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(240))),
  info: v.optional(v.pipe(v.array(infoEntry), v.maxLength(30)), []),
  feedOrigins: v.optional(
    v.union([v.literal("any"), v.array(v.pipe(v.string(), v.regex(/^https:\/\/[^\s/]+$/)))]),
    [],
  ),
  languages: v.optional(
    v.pipe(v.array(v.picklist(LANGUAGES.map(({ language }) => language))), v.includes("en")),
    LANGUAGES.map(({ language }) => language),
  ),
  descriptionFormat: v.optional(v.picklist(["auto", "markdown", "plain", "html"]), "auto"),
});
