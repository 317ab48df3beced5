import { useEffect } from "react";
import type { Session } from "../domain/session";
import { t } from "../domain/speech";
import type { Route } from "./route";

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
    case "session":
      return opened?.title ?? null;
  }
}

/** Names the page after its view. */
export function useTitle(conferenceName: string | undefined, viewName: string | null): void {
  useEffect(() => {
    if (conferenceName) document.title = viewName ? `${viewName} · ${conferenceName}` : conferenceName;
  }, [conferenceName, viewName]);
}
