import { currentSpeech, t } from "../../domain/speech";
import { whereHeld } from "../../domain/where-held";
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
  const builtAt = embeddedAt(Number.NaN);
  return (
    <div className="column site-page">
      <h1 tabIndex={-1}>{t("About")}</h1>
      <div className="stops">
        <section className="stop" aria-labelledby="about-conference">
          <h2 id="about-conference" dir="auto">
            {conference.name}
          </h2>
          <p className="quiet" dir="auto">
            {[spanWords(conference), ...placeWords(conference)].filter(Boolean).join(" · ")}
          </p>
          {conference.description && (
            <p className="info-text" dir="auto">
              {conference.description.slice(0, 1_000)}
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

/** The places that are worth naming: two venues and a city. */
function placeWords(conference: SiteViewProps["conference"]): readonly string[] {
  const { venues, city } = whereHeld(conference);
  return [...venues.slice(0, 2), ...(city === null ? [] : [city])];
}
