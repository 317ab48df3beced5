import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Workbox } from "workbox-window";
import { createBoard } from "../board";
import { soundsElsewhere } from "../reminders/chime";
import { followUpdates } from "./follow-updates";
import type { Update } from "./service-worker";

const ORIGIN = "https://example.org/";
const reload = vi.fn();
const page = Object.assign(new EventTarget(), { visibilityState: "hidden" });

/** A service worker of the app, which brings some version of its code. */
const workerOf = (version: string) => ({
  scriptURL: `${ORIGIN}sw.js`,
  postMessage: (_: unknown, [port]: readonly MessagePort[]) => port?.postMessage(version),
});

beforeEach(() => {
  reload.mockReset();
  vi.stubGlobal("location", { href: ORIGIN, reload });
  vi.stubGlobal("document", page);
});
afterEach(() => {
  soundsElsewhere.set(false);
  vi.unstubAllGlobals();
});

/** Another tab takes an update while this page is out of sight; gives what is offered here. */
async function takenElsewhere() {
  const container = Object.assign(new EventTarget(), { controller: workerOf("one") });
  vi.stubGlobal("navigator", { serviceWorker: container });
  const offer = createBoard<Update | null>(null);
  const library = { register: async () => undefined } as unknown as Workbox;
  await followUpdates(container as unknown as ServiceWorkerContainer, () => library, offer);
  container.controller = workerOf("two");
  container.dispatchEvent(new Event("controllerchange"));
  return offer;
}

test("a page out of sight is loaded anew as another tab takes an update", async () => {
  const offer = await takenElsewhere();
  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  expect(offer.get()).toBeNull();
});

test("one that plays in a pocket is not: it would be silent from then on", async () => {
  soundsElsewhere.set(true);
  const offer = await takenElsewhere();
  await vi.waitFor(() => expect(offer.get()).not.toBeNull());
  expect(reload).not.toHaveBeenCalled();
});
