import { t } from "../../domain/speech";
import { infoTitles } from "../embedded-feed";
import { sitePageName } from "../page-title";
import type { SitePage } from "../route";

/** The ways to the pages about the site, from the end of another page. */
export function SiteLinks({ current = null }: { readonly current?: SitePage | null }) {
  const pages = (["info", "about", "privacy", "poster"] as const).filter(
    (page) => page !== current && (page !== "info" || infoTitles().length > 0),
  );
  return (
    // A list and no second navigation: there is one, with the views that are gone to and fro between.
    <ul className="site-links" aria-label={t("This site")}>
      {pages.map((page) => (
        <li key={page}>
          <a href={`#/${page}`}>{sitePageName(page)}</a>
        </li>
      ))}
    </ul>
  );
}
