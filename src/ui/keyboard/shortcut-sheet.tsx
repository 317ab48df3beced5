import { useEffect, useId, useRef } from "react";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { readSetting, writeSetting } from "../../store/settings";
import { useBoard } from "../board";
import { useChosen } from "../use-chosen";
import { useLive } from "../use-live";
import { sheetShown } from "./sheet-shown";
import { isTaken, shortcuts } from "./shortcuts";

/** Listens to single keys, and shows on `?` what they do; there they can be switched off as well (WCAG 2.1.4). */
export function ShortcutSheet({ db }: { readonly db: Db }) {
  const kept = useLive(() => readSetting(db, "singleKeys"), [db], true);
  const [isOn, show] = useChosen(kept);
  const isShown = useBoard(sheetShown);
  const sheet = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (isShown) sheet.current?.showModal();
  }, [isShown]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      const pressed = shortcuts(() => sheetShown.set(true)).find(({ keys }) => keys.includes(event.key));
      // The list itself is always to be had: it is where the others are switched on again.
      if (!pressed || (!isOn && event.key !== "?")) return;
      event.preventDefault();
      // A key that is held goes on through the list, and does everything else once.
      if (!event.repeat || /^[jk]$/.test(event.key)) pressed.act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [isOn]);
  return (
    <dialog ref={sheet} className="sheet" aria-labelledby={titleId} onClose={() => sheetShown.set(false)}>
      <h2 id={titleId}>{t("Keys")}</h2>
      <dl className="keys">
        {shortcuts(() => undefined).map(({ keys, says }) => (
          <div key={says}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target }) => {
            show(target.checked);
            void writeSetting(db, "singleKeys", target.checked);
          }}
        />
        {t("Use these keys")}
      </label>
      <form method="dialog">
        <button type="submit" className="button">
          {t("Close")}
        </button>
      </form>
    </dialog>
  );
}
