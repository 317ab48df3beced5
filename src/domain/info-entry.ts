/** What the organiser tells attendees beside the programme: the Wi-Fi, where to get help, a map. */
export interface InfoEntry {
  readonly title: string;
  /** Plain words; how they are read is said in `info-words.ts`. */
  readonly text?: string;
  /** `http(s)`. Only led to, never loaded. */
  readonly link?: string;
  /** A file of the site, relative to its base path. */
  readonly picture?: string;
}
