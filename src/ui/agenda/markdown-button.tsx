import { FileText } from "lucide-react";
import { agendaMarkdown } from "../../domain/agenda-markdown";
import type { Conference } from "../../domain/conference";
import type { Remarks } from "../../domain/remarks";
import { t } from "../../domain/speech";
import { fileName, saveFile } from "../parts/save-file";
import { say } from "../parts/toast";

/** Hands the agenda over as a text to keep or to write on: with notes and marks, to whatever app takes it. */
export function MarkdownButton(props: {
  readonly conference: Conference;
  readonly starred: ReadonlySet<string>;
  readonly remarks: Remarks;
}) {
  const { conference, starred, remarks } = props;
  const press = async () => {
    const name = fileName(t("{name} agenda", { name: conference.name }));
    const text = agendaMarkdown(conference, starred, remarks);
    const file = new File([text], `${name}.md`, { type: "text/markdown" });
    try {
      // Within the tap: a share sheet opens at no other time.
      const outcome = await saveFile(file, "share");
      if (outcome === "downloaded") say(t("Saved as {file}.", { file: file.name }));
    } catch {
      say(t("The file could not be written."));
    }
  };
  return (
    <button type="button" className="button" onClick={() => void press()}>
      <FileText aria-hidden="true" size={20} />
      {t("Agenda as Markdown")}
    </button>
  );
}
