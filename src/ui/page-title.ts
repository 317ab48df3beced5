import { useEffect } from "react";
import type { Session } from "../domain/session";
import { t } from "../domain/speech";
import type { Route, SitePage } from "./route";

/** What a view calls itself; null where the conference's name says it. */
export function titleOf(route: Route, opened: Session | undefined): string | null {
  switch (route.view) {
    case "schedule":
      return null;
    case "now":
      return t("Now");
    case "agenda":
    case "travel":
      return t("Agenda");
    case "changes":
      return t("What changed");
    case "search":
      return t("Search");
    case "reminders":
      return t("Reminders");
    case "table":
      return t("On my table");
    case "settings":
      return t("Settings");
    case "conferences":
      return t("Conferences");
    case "site":
      return sitePageName(route.page);
    case "session":
      return opened?.title ?? null;
  }
}

/** What a page about the site is called. */
export function sitePageName(page: SitePage): string {
  switch (page) {
    case "info":
      return t("Information");
    case "about":
      return t("About");
    case "privacy":
      return t("Privacy");
    case "poster":
      return t("Poster");
  }
}

/** Names the page after its view. */
export function useTitle(conferenceName: string | undefined, viewName: string | null): void {
  useEffect(() => {
    if (conferenceName) document.title = viewName ? `${viewName} · ${conferenceName}` : conferenceName;
  }, [conferenceName, viewName]);
}
