import { t } from "../../domain/speech";
import { detectDevice } from "../../reminders/device";
import type { Db } from "../../store/db";
import { InstallHelp } from "../install/install-help";
import { Rich } from "../parts/rich";
import { shown } from "../shown";
import { useLive } from "../use-live";
import { useKeeping } from "../use-persisted";

/** In a browser that deletes what a tab has kept after seven days: that, and the ways out of it, in time. */
export function PurgeNote({ db }: { readonly db: Db }) {
  return useKeeping() === "seven days" ? <Purge {...{ db }} /> : null;
}

function Purge({ db }: { readonly db: Db }) {
  const key = shown.get();
  const isThere = useLive(
    async () => {
      const of = { conference: key };
      const tables = [db.stars, db.notes, db.entries, db.visits, db.friends];
      const counts = await Promise.all(tables.map((table) => table.where(of).count()));
      return counts.some((count) => count > 0);
    },
    [db, key],
    false,
  );
  if (!isThere) return null;
  const marks = { a: (words: string) => <a href="#/settings?backup">{words}</a> };
  const isMac = detectDevice().platform === "computer";
  return (
    <section className="hand-off" aria-label={t("How long it is kept")}>
      <p className="quiet">
        {t(
          "This browser may delete what is kept in this tab, your agenda too, once you have not opened it for seven days.",
        )}{" "}
        <Rich
          text={
            isMac
              ? t(
                  "An app in the Dock (File → Add to Dock) is spared. It begins empty: <a>save a backup</a> here and bring it back there.",
                )
              : t(
                  "An app on the Home Screen is spared. It begins empty: <a>save a backup</a> here and bring it back there.",
                )
          }
          marks={marks}
        />
      </p>
      <InstallHelp db={db} />
    </section>
  );
}
