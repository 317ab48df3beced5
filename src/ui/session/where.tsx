import { MapPin } from "lucide-react";
import type { Lane } from "../../domain/lanes";
import type { Geo, Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { detectDevice } from "../../reminders/device";
import { RoomTag } from "../parts/room-tag";

/** Where a session is: room, venue, city, and the way to a map. Nothing where nothing of it is known. */
export function Where({ session, lane }: { readonly session: Session; readonly lane: Lane | null }) {
  const { room, venue, city, geo, own } = session;
  if (!room && !venue && !city && !geo) return null;
  return (
    <p className="where">
      {lane && <RoomTag lane={lane} />}
      {!lane && own && <span dir="auto">{room}</span>}
      {[...new Set([venue, city])].map(
        (place) =>
          place && (
            <span key={place} dir="auto">
              {place}
            </span>
          ),
      )}
      {geo && (
        <a
          className="icon-link"
          target="_blank"
          rel="noreferrer"
          href={mapAddress(geo, venue ?? room ?? session.title)}
        >
          <MapPin aria-hidden="true" size={18} />
          {t("Map")}
        </a>
      )}
    </p>
  );
}

/** Android opens the attendee's own map, which may work without a network; elsewhere a map on the web. */
function mapAddress({ latitude, longitude }: Geo, name: string): string {
  const label = encodeURIComponent(name.replace(/[()]/g, " "));
  return detectDevice().platform === "android"
    ? `geo:${latitude},${longitude}?q=${latitude},${longitude}(${label})`
    : `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`;
}
