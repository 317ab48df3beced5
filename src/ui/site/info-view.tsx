import { ExternalLink, Mail, Phone } from "lucide-react";
import type { InfoEntry } from "../../domain/info-entry";
import { t } from "../../domain/speech";
import { useScrollMemory } from "../scroll-memory";
import { OWN_NAME } from "../shown";
import { InfoPicture } from "./info-picture";
import { InfoText } from "./info-text";
import { useSiteFacts } from "./site-facts";
import { SiteLinks } from "./site-links";
import type { SiteViewProps } from "./site-view";

/** What the organiser tells attendees: one stop on a line for each entry. */
export function InfoView({ route, location }: Pick<SiteViewProps, "route" | "location">) {
  const [facts, read] = useSiteFacts();
  useScrollMemory(location, true, () => {
    document.getElementById(`info-${route.entry}`)?.scrollIntoView({ block: "start" });
  });
  return (
    <div className="column site-page">
      <h1 tabIndex={-1}>{t("Information")}</h1>
      {facts && facts.info.length > 0 && (
        <p className="quiet">
          {t("From the organisers of {name}.", { name: OWN_NAME })}
          {navigator.serviceWorker?.controller && ` ${t("It is on this device, with or without a network.")}`}
        </p>
      )}
      {facts === null && (
        <div className="empty-page">
          <p>{t("The server cannot be reached.")}</p>
          <p className="actions">
            <button type="button" className="button" onClick={read}>
              {t("Try again")}
            </button>
          </p>
        </div>
      )}
      {facts?.info.length === 0 && (
        <p>{t("The organisers have put nothing here. What is on, and where, stands in the schedule.")}</p>
      )}
      {facts && facts.info.length > 0 && (
        <div className="stops">
          {facts.info.map((entry, index) => (
            <Entry
              // biome-ignore lint/suspicious/noArrayIndexKey: their number is what they are known by
              key={index}
              number={index + 1}
              isAim={route.entry === `${index + 1}`}
              {...{ entry }}
            />
          ))}
        </div>
      )}
      <SiteLinks current="info" />
    </div>
  );
}

function Entry(props: { readonly number: number; readonly isAim: boolean; readonly entry: InfoEntry }) {
  const { number, isAim, entry } = props;
  const { title, text, link, picture } = entry;
  const id = `info-${number}`;
  return (
    <section className="stop" aria-labelledby={id}>
      {/* Whichever way its words run, they begin at the stop; so with all that the organiser has written. */}
      <h2 id={id} tabIndex={-1} data-arrival={isAim || undefined}>
        <bdi>{title}</bdi>
      </h2>
      {text !== undefined && <InfoText text={text} />}
      {picture !== undefined && <InfoPicture {...{ title, picture }} />}
      {link !== undefined && (
        <p>
          <EntryLink {...{ link }} />
        </p>
      )}
    </section>
  );
}

/** A page opens beside the app, and is named by whose it is; mail and telephone are the device's matter. */
function EntryLink({ link }: { readonly link: string }) {
  const [, scheme = "", rest = ""] = /^(\w+):(.*)$/.exec(link) ?? [];
  const isPage = scheme.startsWith("http");
  const Icon = isPage ? ExternalLink : scheme === "tel" ? Phone : Mail;
  return (
    <a className="icon-link" href={link} {...(isPage && { target: "_blank", rel: "noopener noreferrer" })}>
      <Icon aria-hidden="true" size={18} />
      {isPage ? t("More at {host}", { host: new URL(link).host }) : <bdi dir="ltr">{rest}</bdi>}
    </a>
  );
}
