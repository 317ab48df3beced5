import { Bell, List, Star } from "lucide-react";
import type { Route } from "../route";

const PLACES = [
  { href: "#/", name: "Schedule", view: "schedule", Icon: List },
  { href: "#/agenda", name: "Agenda", view: "agenda", Icon: Star },
  { href: "#/reminders", name: "Reminders", view: "reminders", Icon: Bell },
] as const;

/** The way between the views: at the bottom edge on phones, in the header where there is room. */
export function NavBar({ view }: { readonly view: Route["view"] }) {
  return (
    <nav className="nav-bar">
      <ul>
        {PLACES.map(({ href, name, view: place, Icon }) => (
          <li key={place}>
            <a href={href} aria-current={view === place ? "page" : undefined}>
              <Icon aria-hidden="true" size={22} strokeWidth={1.75} />
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
