import type { HostSite } from "./host-site";

const inHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * What stands where nothing is. With a page of this name in it, a site is not taken for one whose every address
 * is the page: Cloudflare would answer with that for a script that is gone.
 */
export function notFoundPage({ base, name }: Pick<HostSite, "base" | "name">): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Nothing is here – ${inHtml(name)}</title>
<h1>Nothing is at this address</h1>
<p><a href="${base}">Open the schedule of ${inHtml(name)}</a></p>
</html>
`;
}
