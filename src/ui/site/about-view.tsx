import { currentSpeech, t } from "../../domain/speech";
import { placeWords } from "../../domain/where-held";
import { BASE } from "../base-path";
import { spanWords } from "../conferences/say-span";
import { deviceZone } from "../device-zone";
import { embeddedAt } from "../embedded-feed";
import { InstallHelp } from "../install/install-help";
import { useScrollMemory } from "../scroll-memory";
import { useMade } from "../travel/use-made";
import { runningVersion } from "../update/look-for-version";
import { Facts } from "./facts";
import { FeedFacts } from "./feed-facts";
import { useSiteFacts } from "./site-facts";
import { SiteLinks } from "./site-links";
import type { SiteViewProps } from "./site-view";
import { VersionCheck } from "./version-check";

/** A moment with its year, in the device's own time. */
function dated(instant: number): string {
  const { locale, hour12 } = currentSpeech();
  const style = { dateStyle: "long", timeStyle: "short", hour12, timeZone: deviceZone() } as const;
  return new Intl.DateTimeFormat(locale, style).format(instant);
}

/** What this is: the conference, how old its schedule is, the app and its version, and whose work it stands on. */
export function AboutView(props: SiteViewProps) {
  const { db, conference, saved, source, location } = props;
  const [facts] = useSiteFacts();
  const code = useMade(runningVersion, []);
  useScrollMemory(location, true);
  const place = placeWords(conference);
  const builtAt = embeddedAt(Number.NaN);
  return (
    <div className="column site-page">
      <h1 tabIndex={-1}>{t("About")}</h1>
      <div className="stops">
        <section className="stop" aria-labelledby="about-conference">
          <h2 id="about-conference">
            <bdi>{conference.name}</bdi>
          </h2>
          <p className="quiet">
            {spanWords(conference)}
            {place && (
              <>
                {" "}
                · <bdi>{place}</bdi>
              </>
            )}
          </p>
          {conference.description && (
            <p className="info-text">
              <bdi>{conference.description.slice(0, 1_000)}</bdi>
            </p>
          )}
        </section>
        <section className="stop" aria-labelledby="about-schedule">
          <h2 id="about-schedule">{t("The schedule")}</h2>
          <FeedFacts {...{ db, conference, saved, source }} />
        </section>
        <section className="stop" aria-labelledby="about-app">
          <h2 id="about-app">{t("The app")}</h2>
          <p>
            {t(
              "Trackside keeps the whole schedule on your device, with your stars and notes, and reminds you without a network.",
            )}
          </p>
          <Facts
            facts={[
              [t("Version"), facts && <bdi dir="ltr">{facts.version}</bdi>],
              [t("Code"), code && <code dir="ltr">{code}</code>],
              [t("This site was built"), Number.isNaN(builtAt) ? null : dated(builtAt)],
            ]}
          />
          <VersionCheck />
          <InstallHelp db={db} />
        </section>
        <section className="stop" aria-labelledby="about-licence">
          <h2 id="about-licence">{t("Licence")}</h2>
          <p>
            {t("Free software under the MIT licence. The schedule belongs to the conference.")}{" "}
            <a href={`${BASE}licences.txt`} target="_blank" rel="noopener">
              {t("All licences")}
            </a>
          </p>
          {facts?.source && (
            <p>
              <a href={facts.source} target="_blank" rel="noopener noreferrer">
                {t("Source code")}
              </a>
            </p>
          )}
        </section>
      </div>
      <SiteLinks current="about" />
    </div>
  );
}
