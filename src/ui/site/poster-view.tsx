import { t } from "../../domain/speech";
import { placeWords } from "../../domain/where-held";
import { readConference } from "../../store/conferences";
import { HOME } from "../../store/home";
import { BASE } from "../base-path";
import { spanWords } from "../conferences/say-span";
import { organisersWords } from "../embedded-feed";
import { PrintButton } from "../print/print-button";
import { QrCode } from "../print/qr-code";
import { useScrollMemory } from "../scroll-memory";
import { OWN_NAME, shown } from "../shown";
import { useLive } from "../use-live";
import { useRootFlag } from "../use-root-flag";
import { SiteLinks } from "./site-links";
import type { SiteViewProps } from "./site-view";

/** Addresses that mean the device that reads them. */
const OWN_DEVICE = /^(localhost|.+\.localhost|127\..+|0\.0\.0\.0|\[::1?\])$/;

/** A name of so many letters is set smaller. */
const LONG = 36;
const VERY_LONG = 64;

/** One sheet to be hung up at the door: the conference, and the way to this app. */
export function PosterView({ db, conference, location }: SiteViewProps) {
  useScrollMemory(location, true);
  useRootFlag("poster", true);
  // The code leads to this site, whichever conference is looked at.
  const own = useLive(() => readConference(db, HOME), [db], shown.get() === HOME ? conference : undefined);
  const address = new URL(BASE, globalThis.location.href).href;
  const name = own?.name ?? OWN_NAME;
  const { logo } = organisersWords();
  const place = own ? placeWords(own) : "";
  return (
    <div className="column site-page poster-page">
      <h1 tabIndex={-1}>{t("Poster")}</h1>
      <p className="poster-hint">{t("One sheet to be hung up, A4 or Letter.")}</p>
      {OWN_DEVICE.test(globalThis.location.hostname) && (
        <p className="notice poster-hint">
          {t(
            "This code leads to this computer only ({host}). Print it from the address that attendees use.",
            { host: globalThis.location.host },
          )}
        </p>
      )}
      <p className="actions poster-hint">
        <PrintButton />
      </p>
      <article className="poster" aria-label={t("Poster")}>
        <header className="poster-stop" data-long={longWord(name.length)}>
          {logo && <img className="poster-logo" src={BASE + logo} alt="" />}
          <h2>
            <bdi>{name}</bdi>
          </h2>
          {own && <p className="poster-when">{spanWords(own)}</p>}
          {place && (
            <p className="poster-where">
              <bdi>{place}</bdi>
            </p>
          )}
        </header>
        <div className="poster-stop poster-scan">
          <p className="poster-call">{t("The schedule on your phone: scan this.")}</p>
          <QrCode address={address} lasts />
          <p className="poster-address">
            <bdi dir="ltr">{address.replace(/^https:\/\/|\/$/g, "")}</bdi>
          </p>
        </div>
        <p className="poster-stop">{t("Works without a network")}</p>
        <p className="poster-stop">{t("Reminds you while it is open")}</p>
        <p className="poster-stop">{t("No account, no app store")}</p>
      </article>
      <SiteLinks current="poster" />
    </div>
  );
}

function longWord(letters: number): "very" | "rather" | undefined {
  if (letters > VERY_LONG) return "very";
  return letters > LONG ? "rather" : undefined;
}
