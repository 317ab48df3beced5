import { Image, Paperclip, Video } from "lucide-react";
import type { SessionLink } from "../../domain/session";
import { t } from "../../domain/speech";

const ICONS = { join: Video, image: Image, file: Paperclip };

function wordsOf(kind: SessionLink["kind"]): string {
  switch (kind) {
    case "join":
      return t("Join online");
    case "image":
      return t("Picture");
    case "file":
      return t("Attached file");
  }
}

/** The way to take part from elsewhere, and to pictures and files: links alone, nothing of it is loaded. */
export function Links({ links }: { readonly links: readonly SessionLink[] }) {
  return links.map(({ kind, url, label }) => {
    const Icon = ICONS[kind];
    const isSaid = kind !== "join" && label !== "";
    return (
      <p key={url}>
        <a className="icon-link" href={url} target="_blank" rel="noreferrer">
          <Icon aria-hidden="true" size={18} />
          {isSaid ? <span dir="auto">{label}</span> : wordsOf(kind)}
        </a>
        {kind === "join" && label !== "" && <span dir="auto"> {label}</span>}
      </p>
    );
  });
}
