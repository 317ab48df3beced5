import { inEnglish } from "../domain/speech";
import type { ParseOptions } from "../feed/parse-feed";
import type { EditionPatch } from "./conferences";
import type { AskedTask, FeedTask, TaskOutcome } from "./feed-task";

/** A task for the worker, on the store of the app that is served under `base`. */
export interface TaskRequest {
  readonly base: string;
  readonly task: FeedTask | AskedTask;
  readonly reader: string;
  readonly options: ParseOptions;
}

/** What the worker says of a task. */
export type TaskMessage =
  /** The feed is read; it is kept as soon as the page says `KEEP`. */
  | { readonly is: "read" }
  /** What is about to be kept; it is said before that, so that the page need not read it back. */
  | { readonly is: "told"; readonly patch: EditionPatch }
  | { readonly is: "done"; readonly outcome: TaskOutcome }
  /** A store that is closed, or a mistake of ours. */
  | { readonly is: "failed"; readonly name: string; readonly message: string };

/** Said of a schedule that was read and could not be kept. */
export const notTaken = () => inEnglish("This device did not take the new schedule; it may be full.");

/** The page's word that what has been read is to be kept. */
export const KEEP = "keep";
