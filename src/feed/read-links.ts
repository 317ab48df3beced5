import type { SessionLink } from "../domain/session";
import type { Block } from "./read-blocks";
import { type Drop, paramOf, propertiesOf } from "./read-property";

const MOST_LINKS = 16;

/** Where feeds put what, by kind: RFC 7986, 5.10 and 5.11, RFC 5545, 3.8.1.1, and what Google and Teams write. */
const PROPERTIES = [
  ["join", "CONFERENCE"],
  ["join", "X-GOOGLE-CONFERENCE"],
  ["join", "X-MICROSOFT-SKYPETEAMSMEETINGURL"],
  ["image", "IMAGE"],
  ["file", "ATTACH"],
] as const;

/** The addresses that an event carries, each once, at most 16. What stands in the file itself is dropped and told. */
export function readLinks(event: Block, drop: Drop): readonly SessionLink[] {
  const links = new Map<string, SessionLink>();
  for (const [kind, name] of PROPERTIES) {
    if (!event.lines.has(name)) continue;
    for (const property of propertiesOf(addressesOf(event, name, drop), name, drop)) {
      const url = addressOf(property.values[0] ?? "", kind);
      if (url === null) {
        drop(`Its ${name} is no web address.`);
        continue;
      }
      const label = paramOf(property, "label") ?? paramOf(property, "filename") ?? "";
      if (!links.has(url)) links.set(url, { kind, url, label: label.trim() });
    }
  }
  if (links.size > MOST_LINKS) drop(`It has more than ${MOST_LINKS} links.`);
  return [...links.values()].slice(0, MOST_LINKS);
}

/** An attachment's own bytes may be many: they are not even split. */
function addressesOf(event: Block, name: string, drop: Drop): Pick<Block, "lines"> {
  const lines = event.lines.get(name) ?? [];
  const addresses = lines.filter(
    (line) => !/^[^:]*;(?:ENCODING="?BASE64|VALUE="?BINARY)/i.test(line.slice(0, 2_000)),
  );
  if (addresses.length < lines.length)
    drop(`Its ${name} stands in the file itself; only addresses are shown.`);
  return { lines: new Map([[name, addresses]]) };
}

/** The web; a telephone too, to join by. */
function addressOf(value: string, kind: SessionLink["kind"]): string | null {
  try {
    const { protocol, href } = new URL(value.trim());
    const isPhone = kind === "join" && protocol === "tel:";
    return protocol === "http:" || protocol === "https:" || isPhone ? href : null;
  } catch {
    return null;
  }
}
