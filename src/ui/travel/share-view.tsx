import { Copy, FileDown, Share2 } from "lucide-react";
import { useState } from "react";
import type { Conference } from "../../domain/conference";
import { sessionCount } from "../../domain/session";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { Rich } from "../parts/rich";
import { fileName, saveFile } from "../parts/save-file";
import { say } from "../parts/toast";
import { QrCode } from "../print/qr-code";
import { useLive } from "../use-live";
import { TAKE } from "./agenda-link";
import { type Baggage, type Codes, codesOf, readBaggage, type Wants } from "./baggage";
import { copyLink } from "./copy-link";
import { useMade } from "./use-made";

/** The starred sessions as a code, a link and a file. */
export function ShareView(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly starred: ReadonlySet<string>;
}) {
  const { db, conference, starred } = props;
  const [wants, setWants] = useState<Wants>({ notes: false, entries: false });
  const baggage = useLive(() => readBaggage(db, conference, starred), [db, conference, starred], null);
  const codes = useMade(
    async () => baggage && codesOf(conference, starred, baggage, wants),
    [conference, starred, baggage, wants],
  );
  const isEmpty = baggage?.held === 0 && baggage.entries.length === 0;
  return (
    <div className="column travel-page">
      <p className="crumb">
        <a href="#/agenda">{t("Agenda")}</a>
      </p>
      <h1 tabIndex={-1}>{t("Take your agenda along")}</h1>
      {isEmpty && (
        <p className="empty">{t("Nothing is starred on this device: there is nothing to take along yet.")}</p>
      )}
      {baggage && !isEmpty && (
        <>
          <p>
            {t(
              "{sessions} of {name}, for your other phone or for a friend. All of it is in the code, the link or the file itself: no server keeps it.",
              {
                sessions: sessionCount(baggage.held),
                name: conference.name,
              },
            )}
          </p>
          <GoneNote gone={baggage.gone} />
          <Wanted {...{ baggage, wants }} onWant={setWants} />
          {codes && <Ways {...{ codes }} name={conference.name} />}
        </>
      )}
      <h2>{t("The other way round")}</h2>
      <p>
        <Rich
          text={t(
            "<a>Bring an agenda here</a> that somebody has sent to you, or that is on your other phone.",
          )}
          marks={{ a: (words) => <a href={TAKE}>{words}</a> }}
        />
      </p>
      <p className="quiet">
        <Rich
          text={t("Everything that you have set and written, as one file: <a>Backup</a>.")}
          marks={{ a: (words) => <a href="#/settings?backup">{words}</a> }}
        />
      </p>
    </div>
  );
}

function GoneNote({ gone }: { readonly gone: number }) {
  if (gone === 0) return null;
  return (
    <p className="quiet">
      {t(
        "{count, plural, one {One starred session is no longer in the programme, and stays behind.} other {# starred sessions are no longer in the programme, and stay behind.}}",
        { count: gone },
      )}
    </p>
  );
}

/** What goes along only where it is asked for. */
function Wanted(props: {
  readonly baggage: Baggage;
  readonly wants: Wants;
  readonly onWant: (wants: Wants) => void;
}) {
  const { baggage, wants, onWant } = props;
  const { notes, entries } = baggage;
  if (notes.size === 0 && entries.length === 0) return null;
  const box = (name: keyof Wants, words: string) => (
    <label>
      <input
        type="checkbox"
        id={`take-${name}`}
        checked={wants[name]}
        onChange={({ target }) => onWant({ ...wants, [name]: target.checked })}
      />
      <span>{words}</span>
    </label>
  );
  return (
    <fieldset className="choices">
      <legend>{t("Take along as well")}</legend>
      {notes.size > 0 &&
        box(
          "notes",
          t("{count, plural, one {your note} other {your # notes}} on these sessions", { count: notes.size }),
        )}
      {entries.length > 0 &&
        box(
          "entries",
          t("{count, plural, one {your own entry} other {your # own entries}}", { count: entries.length }),
        )}
    </fieldset>
  );
}

function Ways({ codes, name }: { readonly codes: Codes; readonly name: string }) {
  const { code, finer, isBare, link, isLong, text } = codes;
  const canShare = typeof navigator.share === "function";
  return (
    <>
      <figure className="code">
        <QrCode address={code} />
        <figcaption>
          {t("Scan it with the other phone’s camera. Whoever sees it can have these sessions.")}
          {isBare &&
            ` ${t("Notes and entries are too long for a code: they are in the link and in the file.")}`}
        </figcaption>
      </figure>
      {finer !== null && (
        <details className="finer">
          <summary>{t("The other phone says that its programme is in another state?")}</summary>
          <p>{t("This finer code is for any state of the programme, and so is the link.")}</p>
          <figure className="code">
            <QrCode address={finer} />
          </figure>
        </details>
      )}
      {isLong && (
        <p className="notice">
          {t("With all of that the link is too long for most messages. Take the file.")}
        </p>
      )}
      <p className="actions">
        {canShare && !isLong && (
          <button type="button" className="button primary" onClick={() => void shareLink(name, link)}>
            <Share2 aria-hidden="true" size={20} />
            {t("Share the link")}
          </button>
        )}
        {!isLong && (
          <button
            type="button"
            className={canShare ? "button" : "button primary"}
            onClick={() => void copyLink(link)}
          >
            <Copy aria-hidden="true" size={20} />
            {t("Copy the link")}
          </button>
        )}
        <button type="button" className="button" onClick={() => void saveText(name, text)}>
          <FileDown aria-hidden="true" size={20} />
          {t("Save as a file")}
        </button>
      </p>
    </>
  );
}

async function shareLink(name: string, link: string): Promise<void> {
  try {
    await navigator.share({ title: t("{name} agenda", { name }), url: link });
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") return;
    await copyLink(link);
  }
}

async function saveText(name: string, text: string): Promise<void> {
  const words = t("{name} agenda", { name });
  const file = new File([text], `${fileName(words)}.txt`, { type: "text/plain" });
  await saveFile(file, "download");
  say(t("Saved as {file}.", { file: file.name }));
}
