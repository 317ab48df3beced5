import { Bell, Clock3, List, Search, Star } from "lucide-react";
import { t } from "../../domain/speech";
import type { Route } from "../route";

/** The way between the views: at the bottom edge on phones, in the header where there is room. */
export function NavBar({ view }: { readonly view: Route["view"] }) {
  const places = [
    { href: "#/", name: t("Schedule"), view: "schedule", Icon: List },
    { href: "#/now", name: t("Now"), view: "now", Icon: Clock3 },
    { href: "#/search", name: t("Search"), view: "search", Icon: Search },
    { href: "#/agenda", name: t("Agenda"), view: "agenda", Icon: Star },
    { href: "#/reminders", name: t("Reminders"), view: "reminders", Icon: Bell },
  ] as const;
  const current = view === "travel" ? "agenda" : view;
  return (
    <nav className="nav-bar">
      <ul>
        {places.map(({ href, name, view: place, Icon }) => (
          <li key={href}>
            <a href={href} aria-current={current === place ? "page" : undefined}>
              <Icon aria-hidden="true" size={22} strokeWidth={1.75} />
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
