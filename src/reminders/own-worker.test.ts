import { afterEach, expect, test, vi } from "vitest";
import { ownReady, ownRegistration, ownWorker } from "./own-worker";

const OUTER = "https://example.org/";
const INNER = "https://example.org/a/2030/";

afterEach(() => vi.unstubAllGlobals());

/** A browser in which the page at `INNER` is in the charge of the app around it, until `install` is called. */
function browser() {
  let scope = OUTER;
  const events = new EventTarget();
  const registration = () => ({ scope, active: {} });
  const outer = registration();
  const container = {
    ready: Promise.resolve(outer),
    getRegistration: async () => registration(),
    addEventListener: events.addEventListener.bind(events),
    get controller() {
      return { scriptURL: `${scope}sw.js` };
    },
  };
  vi.stubGlobal("navigator", { serviceWorker: container });
  return {
    install: () => {
      scope = INNER;
      events.dispatchEvent(new Event("controllerchange"));
    },
  };
}

test("the worker and the registration of an app around this one are not its own", async () => {
  const { install } = browser();
  expect(ownWorker(INNER)).toBeNull();
  expect(await ownRegistration(INNER)).toBeUndefined();
  expect(ownWorker(OUTER)).not.toBeNull();
  install();
  expect(ownWorker(INNER)?.scriptURL).toBe(`${INNER}sw.js`);
  expect(await ownRegistration(INNER)).toMatchObject({ scope: INNER });
});

test("an app waits for its own registration, whatever is ready before", async () => {
  const { install } = browser();
  const seen: string[] = [];
  const waiting = ownReady(INNER).then(({ scope }) => seen.push(scope));
  await new Promise((done) => setTimeout(done, 0));
  expect(seen).toEqual([]);
  install();
  await waiting;
  expect(seen).toEqual([INNER]);
  expect((await ownReady(OUTER)).scope).toBe(OUTER);
});
