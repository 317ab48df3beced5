import { Copy } from "lucide-react";
import { type InfoPiece, infoWords } from "../../domain/info-words";
import { t } from "../../domain/speech";
import { say } from "../parts/toast";

/** An organiser's plain text: paragraphs, lines, links, and what is to be copied to the letter. */
export function InfoText({ text }: { readonly text: string }) {
  // They are never put in another order: a text stands as it was written.
  return infoWords(text).map((paragraph, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <p key={index} className="info-text">
      <bdi>
        {" "}
        {paragraph.map((piece, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Piece key={place} {...{ piece }} />
        ))}
      </bdi>
    </p>
  ));
}

function Piece({ piece }: { readonly piece: InfoPiece }) {
  switch (piece.kind) {
    case "words":
      return piece.text;
    case "link": {
      const isPage = piece.href.startsWith("http");
      return (
        <a href={piece.href} {...(isPage && { target: "_blank", rel: "noopener noreferrer" })}>
          <bdi>{piece.text}</bdi>
        </a>
      );
    }
    case "copy":
      return (
        <button
          type="button"
          className="to-copy"
          aria-label={t("Copy {text}", { text: piece.text })}
          onClick={() => void copy(piece.text)}
        >
          <code dir="ltr">{piece.text}</code>
          <Copy aria-hidden="true" size={18} />
        </button>
      );
  }
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(t("Copied: {text}", { text }));
  } catch {
    say(t("This browser copies nothing. Type it as it stands: {text}", { text }));
  }
}
