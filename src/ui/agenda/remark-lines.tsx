import { firstLineOf } from "../../domain/note";
import type { Remarks } from "../../domain/remarks";
import { t } from "../../domain/speech";
import { visitWords } from "../../domain/visit";

/** What the attendee has said of a session, beneath its row: the mark, and where the note begins. */
export function RemarkLines({ id, remarks }: { readonly id: string; readonly remarks: Remarks }) {
  const visit = remarks.visits.get(id);
  const line = firstLineOf(remarks.notes.get(id) ?? "");
  return (
    <>
      {visit && <p className="remark">{visitWords(visit)}</p>}
      {line && (
        <p className="remark">
          <span className="hidden">{t("Your note:")} </span>
          <bdi>{line}</bdi>
        </p>
      )}
    </>
  );
}
