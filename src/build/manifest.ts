import type { ManifestOptions } from "vite-plugin-pwa";
import { paperOf } from "./paper";
import { descriptionOf, type Site } from "./site";

/** What stands under the icon: the name without the words that every conference's has. */
function shortName(name: string): string {
  const words = name.split(/\s+/).filter((word) => !/^(the|conference|conf|summit|annual)$/i.test(word));
  return words.join(" ") || name;
}

/**
 * The web app manifest, with pictures where there are some of this conference. Every address is absolute: a
 * relative id would be shared by a whole origin.
 */
export function manifestOf(
  { base, conference, organiser }: Pick<Site, "base" | "conference" | "organiser">,
  isPictured: boolean,
): Partial<ManifestOptions> {
  const picture = (file: string, sizes: string, form_factor: "narrow" | "wide", label: string) => ({
    src: `${base}screenshots/${file}`,
    sizes,
    type: "image/png",
    form_factor,
    label,
  });
  return {
    id: base,
    start_url: base,
    scope: base,
    name: conference.name,
    short_name: organiser.shortName ?? shortName(conference.name),
    description: descriptionOf({ ...conference, description: "" }),
    lang: "en",
    dir: "ltr",
    display: "standalone",
    orientation: "any",
    categories: ["events", "productivity"],
    theme_color: paperOf("light", organiser.colours),
    background_color: paperOf("light", organiser.colours),
    launch_handler: { client_mode: ["navigate-existing", "auto"] },
    // The service worker keeps what is shared, and leads on to the page.
    share_target: {
      action: `${base}share`,
      method: "POST",
      enctype: "multipart/form-data",
      params: {
        title: "title",
        text: "text",
        url: "url",
        files: [{ name: "files", accept: ["text/calendar", ".ics"] }],
      },
    },
    file_handlers: [{ action: `${base}#/conferences`, accept: { "text/calendar": [".ics"] } }],
    protocol_handlers: [{ protocol: "webcal", url: `${base}?open=%s` }],
    shortcuts: [
      { name: "Agenda", url: `${base}#/agenda` },
      { name: "Reminders", url: `${base}#/reminders` },
    ],
    ...(isPictured && {
      screenshots: [
        picture("phone.png", "1170x2532", "narrow", "A day of the schedule"),
        picture("agenda.png", "1170x2532", "narrow", "The agenda, with a clash"),
        picture("desktop.png", "1280x800", "wide", "A day of the schedule on a computer"),
      ],
    }),
  };
}
