import { LANGUAGES } from "../domain/choices";

const NAMES = LANGUAGES.map(({ language }) => `"${language}"`).join(", ");

/** What each key is for, as editors show it. */
export const ABOUT = {
  $schema: "Where editors find what may be written here.",
  feed: "The feed: a path from the project's folder, or an http(s) or webcal address.",
  direct:
    "The app refreshes from the feed's own address, which has to allow other sites, not from the site's copy.",
  name: "The conference's name; without it the feed's.",
  shortName: "The name under the app's icon; phones show some 12 letters.",
  logo: "A square SVG or PNG in public/: beside the name, and the app's icon.",
  colours:
    "Ground, letters, now and clashes, stars, and the rooms' lines in the order in which rooms appear.",
  timeZone: "The zone of a feed that names none, such as Europe/Paris.",
  dayStartHour: "The hour at which a day begins: what is before it belongs to the evening before.",
  leadMinutes:
    "Minutes before its start at which a session rings for which the feed sets no alarm; 5 without it.",
  info: "Links, short texts and pictures that attendees find under Information, offline too.",
  feedOrigins: "Other sites whose feeds attendees may bring in by address: a list, or any.",
  languages: "The languages that the app offers; English, which it falls back on, is one of them.",
  descriptionFormat: "How descriptions are written; auto takes HTML for HTML and all else for Markdown.",
} as const;

/** What to write where something else stands, by key; a number in a path stands as `[]`. */
export const WRITE: Readonly<Record<string, string>> = {
  $schema: 'a text, such as "./conference.schema.json"',
  feed: 'a path such as "public/schedule.ics", or an address such as "https://example.org/schedule.ics"',
  direct: "true or false",
  name: "a text of up to 120 letters",
  shortName: "a text of up to 30 letters; some 12 fit under an icon",
  logo: 'the name of an .svg or .png file in public/, such as "logo.svg"',
  colours: 'a group such as { "signal": "#c9271b", "rooms": ["#1560cf"] }',
  "colours.paper": 'a colour for each scheme, such as { "light": "#fcfbf5", "dark": "#0d1119" }',
  "colours.ink": 'a colour for each scheme, such as { "light": "#14161f", "dark": "#f4f2ea" }',
  "colours.signal":
    'a colour such as "#c9271b", or one for each scheme: { "light": "#c9271b", "dark": "#ff7657" }',
  "colours.star":
    'a colour such as "#a86400", or one for each scheme: { "light": "#a86400", "dark": "#fbbf24" }',
  "colours.rooms[]":
    'a colour such as "#1560cf", or one for each scheme: { "light": "#1560cf", "dark": "#6aabff" }',
  "colours.rooms": 'one to eight colours, such as ["#1560cf", { "light": "#0b7539", "dark": "#43d183" }]',
  timeZone: 'the name of a zone, such as "Europe/Paris"',
  dayStartHour: "a whole number from 0 to 12",
  leadMinutes: "a whole number of minutes from 0 to 240",
  info: 'a list such as [{ "title": "Wi-Fi", "text": "Network: venue" }]',
  "info[]": 'a "title", and a "text", a "link" or a "picture" with it',
  "info[].title": "a text of up to 80 letters",
  "info[].text": "a text of up to 4000 letters",
  "info[].link": 'an address such as "https://example.org/conduct", "mailto:…" or "tel:…"',
  "info[].picture": 'the name of a picture in public/, such as "map.png"',
  feedOrigins: '"any", or a list of origins such as ["https://example.org"], without a path',
  "feedOrigins[]": 'an origin such as "https://example.org", without a path',
  "languages[]": `one of ${NAMES}`,
  languages: `a list of "en" and any other of ${NAMES}`,
  descriptionFormat: '"auto", "markdown", "plain" or "html"',
};
