import { type ReactNode, useId, useRef } from "react";
import { t } from "../../domain/speech";

/** A button, and the sheet that it opens above the page. Escape and "Close" close it. */
export function Sheet(props: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const { label, icon, title, children } = props;
  const sheet = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <>
      <button type="button" className="button" onClick={() => sheet.current?.showModal()}>
        {icon}
        {label}
      </button>
      <dialog ref={sheet} className="sheet" aria-labelledby={titleId}>
        <h2 id={titleId}>{title}</h2>
        {children}
        <form method="dialog">
          <button type="submit" className="button">
            {t("Close")}
          </button>
        </form>
      </dialog>
    </>
  );
}
