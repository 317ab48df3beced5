import { SECOND } from "../domain/time";
import { FETCHING } from "../feed/fetch-feed";
import { inOwnWorker } from "../feed/in-own-worker";
import { expectEdition } from "./conferences";
import type { Db } from "./db";
import type { TaskOutcome } from "./feed-task";
import { KEEP, notTaken, type TaskMessage, type TaskRequest } from "./task-messages";

/** Opening the store and reading the feed may take so long, milliseconds. */
const READING = 10 * SECOND;

/** Writing cannot be stopped, but a disk that never answers must not end all refreshes. */
const WRITING = 60 * SECOND;

/**
 * Does a task in a worker of its own, so that the page sees no more of it than its outcome: after `deadline`
 * milliseconds for the reading (and as many more as a fetch may take, where it is to fetch), or when the worker fails, it is `unread` with a sentence. The task's bytes
 * are given away. `signal` ends the reading; once the page's store, which has to be open still, has heard
 * that the feed is read, it is kept. Throws where the store is closed or fails.
 */
export function workInWorker(
  openWorker: () => Worker,
  db: Db,
  request: TaskRequest,
  signal?: AbortSignal,
  deadline = READING,
): Promise<TaskOutcome> {
  const { task } = request;
  return inOwnWorker<TaskOutcome>(openWorker, {
    request,
    transfer: "bytes" in task ? [task.bytes.buffer] : [],
    deadline: task.is === "asked" ? FETCHING + deadline : deadline,
    signal,
    refused: (reason, isStopped) => (isStopped ? { kind: "stopped" } : { kind: "unread", reason }),
    hear: (data, { finish, fail, say, goOn }) => {
      const message = data as TaskMessage;
      switch (message.is) {
        case "read":
          goOn(WRITING, notTaken());
          // A store that was deleted, or taken over, while the feed was read is not written to.
          db.freshness.get(task.key).then(() => say(KEEP), fail);
          break;
        case "told":
          expectEdition(db, task.key, message.patch);
          break;
        case "done":
          finish(message.outcome);
          break;
        case "failed":
          fail(Object.assign(new Error(message.message), { name: message.name }));
          break;
      }
    },
  });
}
