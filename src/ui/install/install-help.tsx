import { Download } from "lucide-react";
import { useRef } from "react";
import { detectDevice } from "../../reminders/device";
import { useBoard } from "../board";
import { installPrompt } from "./install-prompt";

/** The way to install the app: the browser's own where it offers one, a short sheet on an iPhone. */
export function InstallHelp() {
  const offered = useBoard(installPrompt);
  const sheet = useRef<HTMLDialogElement>(null);
  const { platform, installed } = detectDevice();
  if (installed) return null;
  if (offered) {
    return (
      <p className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            void offered.prompt();
            installPrompt.set(null);
          }}
        >
          <Download aria-hidden="true" size={20} />
          Install this app
        </button>
      </p>
    );
  }
  if (platform !== "ios") return null;
  return (
    <>
      <p className="actions">
        <button type="button" className="button" onClick={() => sheet.current?.showModal()}>
          <Download aria-hidden="true" size={20} />
          Add to the Home Screen
        </button>
      </p>
      <dialog ref={sheet} className="sheet" aria-labelledby="install-title">
        <h2 id="install-title">Add to the Home Screen</h2>
        <ol>
          <li>Tap Share in the browser’s bar.</li>
          <li>Choose “Add to Home Screen”, then “Add”.</li>
          <li>Open the app from the Home Screen and star your sessions there.</li>
        </ol>
        <p>
          The app on the Home Screen keeps its own agenda: stars set in this tab do not move there by
          themselves.
        </p>
        <form method="dialog">
          <button type="submit" className="button">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}
