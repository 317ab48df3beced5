import type { ParseOptions } from "../feed/parse-feed";

/** What the organiser says and the page has to know, as the build writes it into the page. */
export interface OrganisersWords
  extends Pick<ParseOptions, "dayStartHour" | "name" | "leadMinutes" | "descriptionFormat"> {
  /** IANA name of the zone of a feed that names none. */
  readonly timeZone?: string;
  /** Origins whose feeds the page may ask for, besides its own. */
  readonly feedOrigins: readonly string[] | "any";
  /** The feed's own address, where the page refreshes from that. */
  readonly feed?: string;
  /** A file beside the page. */
  readonly logo?: string;
}

/** How feeds are read as the organiser wants it. */
export function optionsOf(words: Partial<OrganisersWords>): ParseOptions {
  const { dayStartHour, timeZone, name, leadMinutes, descriptionFormat } = words;
  return {
    defaultTimeZone: timeZone ?? null,
    ...(dayStartHour !== undefined && { dayStartHour }),
    ...(name !== undefined && { name }),
    ...(leadMinutes !== undefined && { leadMinutes }),
    ...(descriptionFormat !== undefined && descriptionFormat !== "auto" && { descriptionFormat }),
  };
}
