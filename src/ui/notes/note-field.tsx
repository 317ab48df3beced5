import { useEffect, useId, useRef, useState } from "react";
import { NOTE_LIMIT } from "../../domain/note";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { readNote, writeNote } from "../../store/notes";
import { useBoard } from "../board";
import { storeTrouble } from "../parts/notices";
import { dropUnkept, keepUnkept, unkeptOf } from "../parts/unkept-notes";
import { shown } from "../shown";
import { askToPersist } from "../star-actions";
import { type Draft, type DraftState, openDraft } from "./note-draft";

/** So many characters before the end it is said how many are left. */
const NEARLY = 500;

/** The attendee's own words to a session, stored while they are typed. */
export function NoteField(props: {
  readonly db: Db;
  readonly sessionId: string;
  /** What the store has now. */
  readonly stored: string;
}) {
  const { db, sessionId, stored } = props;
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const draft = useRef<Draft>(null);
  const composing = useRef(false);
  // It may be made again under another id while somebody writes: the words go on to that one.
  const latest = useRef(sessionId);
  latest.current = sessionId;
  // By the time that this goes another conference may be shown.
  const [conference] = useState(shown.get);
  const [start] = useState(() => unkeptOf({ conference, sessionId }) ?? { base: stored, text: stored });
  const [length, setLength] = useState(start.text.length);
  const [state, setState] = useState<DraftState>("kept");

  useEffect(() => {
    const name = () => ({ conference, sessionId: latest.current });
    const opened = openDraft(start, {
      read: () => readNote(db, conference, latest.current),
      write: (waiting) => writeNote(db, conference, latest.current, waiting),
      keepBeside: (waiting) => (waiting ? keepUnkept({ ...name(), ...waiting }) : dropUnkept(name())),
      show: (text) => {
        if (box.current) put(box.current, text);
        setLength(text.length);
      },
      isFocused: () => document.activeElement === box.current,
      isComposing: () => composing.current,
      tell: setState,
    });
    draft.current = opened;
    const onHidden = () => document.visibilityState === "hidden" && opened.flush();
    addEventListener("pagehide", opened.flush);
    document.addEventListener("visibilitychange", onHidden);
    return () => {
      removeEventListener("pagehide", opened.flush);
      document.removeEventListener("visibilitychange", onHidden);
      opened.end();
    };
  }, [db, conference, start]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever has been stored, by whomever
  useEffect(() => draft.current?.look(), [stored, sessionId]);

  return (
    <div className="note">
      <label htmlFor={id}>{t("Your note")}</label>
      <textarea
        ref={box}
        id={id}
        dir="auto"
        rows={1}
        maxLength={NOTE_LIMIT}
        aria-describedby={`${id}-state`}
        defaultValue={start.text}
        onChange={({ target }) => {
          grow(target);
          setLength(target.value.length);
          draft.current?.type(target.value);
        }}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={() => {
          composing.current = false;
          draft.current?.look();
        }}
        onFocus={askToPersist}
        onBlur={() => draft.current?.leave()}
      />
      <p id={`${id}-state`} role="status" className={state === "refused" ? "note-refused" : "quiet"}>
        <StateWords {...{ state, length }} />
      </p>
    </div>
  );
}

/** What there is to say of a note; nothing of one that is empty. */
function StateWords({ state, length }: { readonly state: DraftState; readonly length: number }) {
  const trouble = useBoard(storeTrouble);
  const left = NOTE_LIMIT - length;
  if (state === "refused")
    return t("This note could not be kept: this browser’s storage did not take it. It is tried again.");
  if (left <= 0) return t("This note is full: it holds {count} characters.", { count: NOTE_LIMIT });
  if (length === 0) return null;
  const words = trouble === "not-lasting" ? t("Kept until this page is closed") : t("Saved on this device");
  return left > NEARLY
    ? words
    : t("{words} · {count, plural, one {# character left} other {# characters left}}", {
        words,
        count: left,
      });
}

/** Puts another text into a field; who is in it stays where they are. */
function put(box: HTMLTextAreaElement, text: string): void {
  const { selectionStart, selectionEnd } = box;
  box.value = text;
  if (document.activeElement === box) box.setSelectionRange(selectionStart, selectionEnd);
  grow(box);
}

/** Where the browser does not do it by itself, the field grows with its text. */
function grow(box: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  box.style.blockSize = "auto";
  box.style.blockSize = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}
