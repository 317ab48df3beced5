import { Search, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { t } from "../../domain/speech";
import type { Typed } from "./use-typed";

/** Where the words are typed. It has the focus when the search is opened without any. */
export function SearchBox({ typed, onEnter }: { readonly typed: Typed; readonly onEnter: () => void }) {
  const { words, type, keep } = typed;
  const box = useRef<HTMLInputElement>(null);
  const opensEmpty = useRef(words === "");
  useEffect(() => {
    if (opensEmpty.current) box.current?.focus({ preventScroll: true });
  }, []);
  const clear = () => {
    type("");
    keep();
    box.current?.focus();
  };
  return (
    <div className="search-box">
      <Search aria-hidden="true" size={22} strokeWidth={1.75} />
      <input
        ref={box}
        type="search"
        aria-label={t("Search sessions")}
        placeholder={t("Title, speaker, room …")}
        dir="auto"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        value={words}
        data-arrival={opensEmpty.current || undefined}
        onChange={({ target }) => type(target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          // Half-written words of an input method are not ours yet.
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape" && words) {
            event.preventDefault();
            clear();
          }
          if (event.key === "Enter") {
            event.preventDefault();
            keep();
            onEnter();
          }
        }}
      />
      {words && (
        <button type="button" className="icon-button" aria-label={t("Clear search")} onClick={clear}>
          <X aria-hidden="true" size={22} strokeWidth={1.75} />
        </button>
      )}
    </div>
  );
}
