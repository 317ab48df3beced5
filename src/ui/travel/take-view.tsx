import { useState } from "react";
import type { Clock } from "../../domain/clock";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { readAllOfFeeds } from "../../store/kept";
import { Rich } from "../parts/rich";
import { replaceAddress } from "../route";
import { useLive } from "../use-live";
import { readLink, TAKE } from "./agenda-link";
import { NO_EXTRAS, unpackExtras } from "./extras";
import { type Here, previewOf } from "./preview-of";
import { Scanner } from "./scanner";
import { holdsWords, TakePreview } from "./take-preview";
import { useMade } from "./use-made";

/** Where an agenda comes in: by the link that opened the app, pasted, as a file, or by the camera. */
export function TakeView(props: { readonly db: Db; readonly clock: Clock; readonly letters: string }) {
  const { db, clock, letters } = props;
  // What came in the address; after that whatever was put here last.
  const [put, setPut] = useState<string | null>(null);
  const [of, setOf] = useState(letters);
  if (of !== letters) {
    setOf(letters);
    setPut(null);
  }
  const text = put ?? letters;
  const bringIn = (next: string) => {
    setPut(next);
    // A reload is not to bring back what this has taken the place of.
    if (letters !== "") replaceAddress(TAKE);
  };
  return (
    <div className="column travel-page">
      <p className="crumb">
        <a href="#/agenda">{t("Agenda")}</a>
      </p>
      <h1 tabIndex={-1}>{t("Bring an agenda here")}</h1>
      <Found {...{ db, clock }} text={text.trim()} />
      <BringIn text={put ?? ""} onText={bringIn} isFirst={text.trim() === ""} />
    </div>
  );
}

/** What was found in a text: a sentence where that is no agenda for this device, else what it would do. */
function Found({ db, clock, text }: { readonly db: Db; readonly clock: Clock; readonly text: string }) {
  const here = useLive(() => readHere(db), [db], null);
  const made = useMade(async () => {
    if (text === "") return null;
    const link = readLink(text);
    if (typeof link === "string") return link;
    const extras = link.extras === null ? NO_EXTRAS : await unpackExtras(link.extras);
    return { link, extras: extras ?? NO_EXTRAS, isCut: extras === null };
  }, [text]);
  const reading =
    made === null || typeof made === "string" || !here ? null : previewOf(made.link, made.extras, here);
  return (
    <>
      <div role="status" aria-label={t("What it holds")}>
        {typeof made === "string" && <p className="notice">{troubleWords(made)}</p>}
        {reading?.is === "foreign" && <Foreign name={reading.conference} />}
        {reading?.is === "other state" && <OtherState name={reading.conference} />}
        {made !== null && typeof made === "object" && made.isCut && (
          <p className="notice">
            {t(
              "What was sent beside the sessions cannot be read: it is cut off, or of a newer version of this app.",
            )}
          </p>
        )}
        {reading?.is === "preview" && <p className="hidden">{holdsWords(reading)}</p>}
      </div>
      {reading?.is === "preview" && <TakePreview {...{ db, clock }} preview={reading} />}
    </>
  );
}

function Foreign({ name }: { readonly name: string }) {
  return (
    <p className="notice">
      <Rich
        text={t(
          "This agenda belongs to “{name}”, which is not on this device. Nothing has been changed. <a>Bring that conference in</a> first.",
          { name },
        )}
        marks={{ a: (words) => <a href="#/conferences">{words}</a> }}
      />
    </p>
  );
}

function OtherState({ name }: { readonly name: string }) {
  return (
    <p className="notice">
      {t(
        "This code was made from another state of the programme of {name}, and nothing has been changed. Look for changes on both devices and scan it again, or take the link: that goes with any state.",
        { name },
      )}
    </p>
  );
}

async function readHere(db: Db): Promise<readonly Here[]> {
  const kept = await readAllOfFeeds(db);
  return kept.map(({ key, conference, asked }) => {
    return { key, conference, starred: new Set(asked.stars.map(({ sessionId }) => sessionId)) };
  });
}

function troubleWords(trouble: Exclude<ReturnType<typeof readLink>, object>): string {
  switch (trouble) {
    case "nothing":
      return t("There is no agenda in this. Nothing has been changed.");
    case "broken":
      return t(
        "This agenda is cut off, or was changed on its way. Nothing has been changed here. Ask for the link once more, or for the file.",
      );
    case "newer":
      return t(
        "This agenda was made by a newer version of the app. Nothing has been changed. Update the app here, then open it again.",
      );
    case "too large":
      return t("This is larger than any agenda, and has not been read. Nothing has been changed.");
  }
}

/** The ways in that need a control. */
function BringIn(props: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly isFirst: boolean;
}) {
  const { text, onText, isFirst } = props;
  const [failed, setFailed] = useState<string | null>(null);
  const bring = (next: string) => {
    setFailed(null);
    onText(next);
  };
  const paste = async () => {
    try {
      bring(await navigator.clipboard.readText());
    } catch {
      setFailed(
        t(
          "This browser does not let the app look into the clipboard. Hold the field below, and choose to paste.",
        ),
      );
    }
  };
  return (
    <section aria-labelledby="bring-agenda">
      <h2 id="bring-agenda">{isFirst ? t("From where?") : t("Another one")}</h2>
      <p>
        {t(
          "On the device that has it, open Agenda and “Take your agenda along”. Then scan the code there, or send its link or file here.",
        )}
      </p>
      <p className="actions">
        {typeof navigator.clipboard?.readText === "function" && (
          <button type="button" className="button" onClick={() => void paste()}>
            {t("Paste")}
          </button>
        )}
        <Scanner onText={bring} />
      </p>
      <p role="status" className="field-note">
        {failed}
      </p>
      <label className="field">
        {t("Link to an agenda")}
        <textarea
          rows={2}
          dir="ltr"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          value={text}
          onChange={({ target }) => bring(target.value)}
        />
      </label>
      <label className="field">
        {t("File with an agenda")}
        <input
          type="file"
          accept=".txt,text/plain"
          onChange={async ({ target }) => {
            const [file] = target.files ?? [];
            target.value = ""; // The same file may be chosen again.
            if (file) bring(await file.text());
          }}
        />
      </label>
    </section>
  );
}
