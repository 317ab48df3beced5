import { Circle, CircleCheck } from "lucide-react";
import type { Stage } from "../../domain/now-next";
import { t } from "../../domain/speech";
import { detectDevice } from "../../reminders/device";
import type { Db } from "../../store/db";
import { useBoard } from "../board";
import { InstallHelp } from "../install/install-help";
import { usePermission } from "../use-permission";
import { storeTrouble } from "./notices";

/**
 * What to do first: before the conference star, be reminded, install, what is done ticked; while it goes on
 * only the first of these.
 */
export function FirstSteps(props: { readonly db: Db; readonly stage: Stage; readonly starred: number }) {
  const { db, stage, starred } = props;
  const permission = usePermission();
  const isKept = useBoard(storeTrouble) !== "not-lasting";
  const { installed } = detectDevice();
  // Where nothing can be kept, the notice above has said so.
  if (!isKept || stage === "over") return null;
  if (stage === "during") return <p className="first-steps">{starWords()}</p>;
  if (starred > 0 && permission === "granted" && installed) return null;
  return (
    <StepsBefore hasStarred={starred > 0} isReminded={permission === "granted"} isInstalled={installed}>
      <InstallHelp db={db} />
    </StepsBefore>
  );
}

/** The steps that are to be taken before the conference; `children` is the way to install the app. */
export function StepsBefore(props: {
  readonly hasStarred: boolean;
  readonly isReminded: boolean;
  readonly isInstalled: boolean;
  readonly children?: React.ReactNode;
}) {
  return (
    <section className="first-steps" aria-label={t("Before it begins")}>
      <ul>
        <Step isDone={props.hasStarred}>
          {starWords()}
          {/* What was starred in the browser before is not in the installed app. */}
          {props.isInstalled && !props.hasStarred && (
            <p>
              <a href="#/agenda/take">{t("Bring an agenda here")}</a>
            </p>
          )}
        </Step>
        <Step isDone={props.isReminded}>
          <a href="#/reminders">{t("Be reminded before each one begins")}</a>
        </Step>
        <Step isDone={props.isInstalled}>
          {t("Install the app: it opens from the home screen, and what you star is kept for longer.")}
          {props.children}
        </Step>
      </ul>
    </section>
  );
}

function starWords(): string {
  return t(
    "Star what you want to see: it becomes your agenda, kept on this device and there without a network.",
  );
}

function Step({ isDone, children }: { readonly isDone: boolean; readonly children: React.ReactNode }) {
  const Icon = isDone ? CircleCheck : Circle;
  return (
    <li data-done={isDone}>
      <Icon aria-hidden="true" size={20} />
      <div>
        {isDone && <span className="hidden">{t("Done:")} </span>}
        {children}
      </div>
    </li>
  );
}
