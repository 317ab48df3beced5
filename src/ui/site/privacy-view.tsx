import { t } from "../../domain/speech";
import { BASE } from "../base-path";
import { organisersWords } from "../embedded-feed";
import { Rich } from "../parts/rich";
import { useScrollMemory } from "../scroll-memory";
import { Facts } from "./facts";
import { SiteLinks } from "./site-links";
import type { SiteViewProps } from "./site-view";

/** What leaves the device and what stays, in sentences that the code keeps. */
export function PrivacyView({ location }: Pick<SiteViewProps, "location">) {
  useScrollMemory(location, true);
  return (
    <div className="column site-page">
      <h1 tabIndex={-1}>{t("Privacy")}</h1>
      <p className="site-lead">
        {t(
          "No account, no analytics, no advertising, no cookies. What you star, write and choose stays on this device.",
        )}
      </p>
      <div className="stops">
        <section className="stop" aria-labelledby="privacy-servers">
          <h2 id="privacy-servers">{t("What servers see")}</h2>
          <p>
            {t(
              "The server of this site ({host}) is asked for the app’s files, and now and then whether the schedule has changed. As with every web page it sees your network address, the time, and which browser asks. It is not told what you star, read, write or search for.",
              { host: globalThis.location.host },
            )}
          </p>
          <OtherServers />
          <p>
            {t(
              "Links that you follow lead to other sites, with rules of their own. Nothing of them is loaded before.",
            )}
          </p>
        </section>
        <section className="stop" aria-labelledby="privacy-reminders">
          <h2 id="privacy-reminders">{t("Reminders")}</h2>
          <p>
            {t(
              "They are made on this device, by your browser. No push service is told of them, and they ring without a network.",
            )}
          </p>
        </section>
        <section className="stop" aria-labelledby="privacy-sending">
          <h2 id="privacy-sending">{t("What you send yourself")}</h2>
          <p>
            {t(
              "Calendar file, agenda and backup go where you send them, and nowhere else. An agenda’s link carries the sessions behind its #, which browsers send to no server.",
            )}
          </p>
          <p>{t("The camera is used only while you scan a code, and its picture is not kept.")}</p>
        </section>
        <section className="stop" aria-labelledby="privacy-kept">
          <h2 id="privacy-kept">{t("What is kept on this device, and where")}</h2>
          <Facts
            facts={[
              [
                "IndexedDB",
                <Kept key="db" name={`trackside:${BASE}`}>
                  {t("The schedules, your stars, notes, entries, settings, and what has rung.")}
                </Kept>,
              ],
              [
                "Cache Storage",
                <Kept key="cache" name={`trackside-…-${BASE}`}>
                  {t("The app itself and this site’s information, for use without a network.")}
                </Kept>,
              ],
              [
                "localStorage, sessionStorage",
                <Kept key="local" name={`trackside-…:${BASE}`}>
                  {t(
                    "What lets the page open at once, what is not stored yet, and where you have scrolled to.",
                  )}
                </Kept>,
              ],
            ]}
          />
          <p>
            {t(
              "Whoever uses this browser can see it, and so could other pages under {origin}: browsers keep such data by site.",
              { origin: globalThis.location.origin },
            )}
          </p>
          <p>
            <Rich
              text={t("All of it goes with “Delete everything on this device” under <a>Settings</a>.")}
              marks={{ a: (words) => <a href="#/settings">{words}</a> }}
            />
          </p>
        </section>
      </div>
      <SiteLinks current="privacy" />
    </div>
  );
}

/** Whom else the page may ask, as the organiser has set it. */
function OtherServers() {
  const { feed, feedOrigins = [] } = organisersWords();
  const hosts = feedOrigins === "any" ? [] : feedOrigins.map((origin) => new URL(origin).host);
  return (
    <>
      {feed !== undefined && (
        <p>
          {t("The schedule is asked for at {host}, whose server sees the same.", {
            host: new URL(feed).host,
          })}
        </p>
      )}
      {feedOrigins.length > 0 && (
        <p>
          {t(
            "A conference that you bring in by its address is asked for at that address, again and again, and its server sees the same.",
          )}{" "}
          {hosts.length > 0 && t("That may be at {hosts}.", { hosts: hosts.join(", ") })}
        </p>
      )}
      <p>
        {feed === undefined && feedOrigins.length === 0
          ? t("No other server is asked for anything, and the page cannot ask one.")
          : t("No other server is asked for anything.")}
      </p>
    </>
  );
}

function Kept({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <>
      <code dir="ltr">{name}</code>
      <br />
      {children}
    </>
  );
}
