import type { Clock } from "../../domain/clock";
import type { Conference } from "../../domain/conference";
import type { Db } from "../../store/db";
import type { ToggleStar } from "../parts/star-button";
import type { Route } from "../route";
import { useScrollMemory } from "../scroll-memory";
import { FriendView } from "./friend-view";
import { ShareView } from "./share-view";
import { TakeView } from "./take-view";
import "./travel.css";

/** The agenda on its way: out of this device, into it, and beside somebody else's. */
export function TravelView(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly starred: ReadonlySet<string>;
  readonly clock: Clock;
  readonly now: number;
  readonly route: Extract<Route, { view: "travel" }>;
  readonly location: string;
  readonly onToggle: ToggleStar;
}) {
  const { db, conference, starred, clock, now, route, location, onToggle } = props;
  useScrollMemory(location, true);
  switch (route.part) {
    case "share":
      return <ShareView {...{ db, conference, starred }} />;
    case "take":
      return <TakeView {...{ db, clock }} letters={route.rest} />;
    case "with":
      return <FriendView {...{ db, conference, starred, now, onToggle }} id={route.rest} />;
  }
}
