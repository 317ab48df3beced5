import { FileUp } from "lucide-react";
import { t } from "../../domain/speech";
import { letIn, ofFiles } from "./incoming";

/** The ways to bring a conference in that need a control: a file, an address. */
export function ImportForm() {
  return (
    <section aria-labelledby="bring-in">
      <h2 id="bring-in">{t("Bring in a conference")}</h2>
      <p>
        {t(
          "From the calendar file (.ics) that its organiser publishes. You see what is in it before it is kept, and nothing of it leaves this device.",
        )}
      </p>
      <label className="field">
        {t("Import a calendar file")}
        <input
          type="file"
          multiple
          accept=".ics,text/calendar"
          onChange={({ target }) => {
            const files = ofFiles(target.files ?? []);
            letIn(files);
            target.value = ""; // The same file may be chosen again.
          }}
        />
      </label>
      <form
        className="rehearsal-form"
        onSubmit={(event) => {
          event.preventDefault();
          const address = String(new FormData(event.currentTarget).get("address") ?? "");
          letIn([{ kind: "address", address }]);
        }}
      >
        <label className="field">
          {t("Address of a calendar")}
          <input name="address" inputMode="url" autoComplete="off" autoCapitalize="off" dir="ltr" />
        </label>
        <button type="submit" className="button">
          <FileUp aria-hidden="true" size={20} />
          {t("Look at it")}
        </button>
      </form>
      <p className="quiet">
        {t(
          "Or let a file go anywhere on this page, paste it, or share it with this app once it is installed.",
        )}
      </p>
    </section>
  );
}
