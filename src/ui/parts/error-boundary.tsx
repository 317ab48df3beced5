import { Component, type ReactNode } from "react";
import { t } from "../../domain/speech";
import { TakeOver } from "../first/take-over";

/** What is shown where a mistake of ours has ended a view; nothing that is stored is touched by it. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <div className="column empty-page" role="alert">
        <TakeOver />
        <h1>{t("This page could not be shown")}</h1>
        <p>{t("Your agenda is safe on this device. Loading the page again usually helps.")}</p>
        <p className="actions">
          <button type="button" className="button primary" onClick={() => globalThis.location.reload()}>
            {t("Load again")}
          </button>
        </p>
      </div>
    );
  }
}
