import { useEffect, useState } from "react";
import { SECOND } from "../../domain/time";

/** Says what is being done, once that takes more than a second. */
export function Working({ words }: { readonly words: string }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SECOND);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <p role="status">{isSlow && words}</p>
      {isSlow && <progress aria-label={words} />}
    </>
  );
}
