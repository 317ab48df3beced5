/** A file's name made of words, without its ending. */
export function fileName(words: string): string {
  const plain = words.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return plain.slice(0, 60).toLowerCase() || "agenda";
}

/**
 * Hands a file over: to the share sheet where the device shares files and `how` allows it, as a download
 * elsewhere. Returns what became of it; "cancelled" is the attendee's own choice.
 */
export async function handOverFile(
  file: File,
  how: "share" | "download",
): Promise<"shared" | "downloaded" | "cancelled"> {
  if (how === "share" && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
      return "shared";
    } catch (error) {
      if (error instanceof Error && error.name === "AbortError") return "cancelled";
      // The sheet could not take it: the download is still there.
    }
  }
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return "downloaded";
}
