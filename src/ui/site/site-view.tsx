import type { Conference } from "../../domain/conference";
import type { Db, Freshness, Source } from "../../store/db";
import type { SitePage } from "../route";
import { AboutView } from "./about-view";
import { InfoView } from "./info-view";
import { PosterView } from "./poster-view";
import { PrivacyView } from "./privacy-view";
import "./site.css";
import "./poster.css";

export interface SiteViewProps {
  readonly db: Db;
  /** The conference that is shown. */
  readonly conference: Conference;
  readonly saved: Freshness | undefined;
  /** Where it was brought in from; undefined for the site's own. */
  readonly source: Source | undefined;
  readonly route: { readonly page: SitePage; readonly entry: string };
  readonly location: string;
}

/** The pages about the site: what its organiser tells, what it is, what it keeps to itself, and a sheet to hang up. */
export function SiteView(props: SiteViewProps) {
  switch (props.route.page) {
    case "info":
      return <InfoView {...props} />;
    case "about":
      return <AboutView {...props} />;
    case "privacy":
      return <PrivacyView {...props} />;
    case "poster":
      return <PosterView {...props} />;
  }
}
