/** What the pictures of one feed show. */
export interface Shown {
  readonly timeZone: string;
  /** The day on which the stars are set. */
  readonly day: string;
  /** An instant in the middle of a busy day, and one before its first session. */
  readonly live: string;
  readonly before: string;
  readonly session: string;
  readonly query: string;
  readonly stars: readonly string[];
}

/** One line for each view; those that are looked at without a star come first. */
interface ShotView {
  readonly name: string;
  readonly hash: (shown: Shown) => string;
  readonly starred: boolean;
  /** The app's clock; without it, the real one. */
  readonly at?: "live" | "before";
  /** A day as a list, where it would be a timetable by itself. */
  readonly asList?: true;
}

export const VIEWS: readonly ShotView[] = [
  { name: "first-run", hash: () => "#/", starred: false },
  { name: "agenda-empty", hash: () => "#/agenda", starred: false },
  { name: "schedule", hash: () => "#/", starred: true, at: "live" },
  { name: "schedule-before", hash: ({ day }) => `#/day/${day}`, starred: true, at: "before" },
  { name: "schedule-list", hash: () => "#/", starred: true, at: "live", asList: true },
  { name: "now", hash: () => "#/now", starred: true, at: "live" },
  {
    name: "search",
    hash: ({ query }) => `#/search?q=${encodeURIComponent(query)}`,
    starred: true,
    at: "live",
  },
  { name: "agenda", hash: () => "#/agenda", starred: true, at: "before" },
  { name: "share", hash: () => "#/agenda/share", starred: true },
  { name: "take", hash: () => "#/agenda/take", starred: true },
  { name: "changes", hash: () => "#/changes", starred: true, at: "before" },
  {
    name: "session",
    hash: ({ session }) => `#/session/${encodeURIComponent(session)}`,
    starred: true,
    at: "live",
  },
  { name: "reminders", hash: () => "#/reminders", starred: true, at: "before" },
  { name: "settings", hash: () => "#/settings", starred: true, at: "before" },
  { name: "changes", hash: () => "#/changes", starred: true, at: "before" },
  { name: "conferences", hash: () => "#/conferences", starred: true, at: "before" },
  { name: "about", hash: () => "#/about", starred: true },
  { name: "privacy", hash: () => "#/privacy", starred: true },
  { name: "poster", hash: () => "#/poster", starred: true },
  { name: "table", hash: () => "#/table", starred: true, at: "live" },
];
