import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { inEnglish } from "./domain/speech";
import { parseInWorker } from "./feed/parse-in-worker";
import { startBell } from "./reminders/bell";
import { holdEarly } from "./reminders/hold-early";
import { ownWorker } from "./reminders/own-worker";
import { deviceNow } from "./store/clock";
import { goOnFrom } from "./store/conferences";
import type { Db } from "./store/db";
import { HOME } from "./store/home";
import type { AskRefresh } from "./store/keep-fresh";
import { openStore } from "./store/open-store";
import { type RefreshOutcome, takeInFirst } from "./store/refresh";
import { App, type AppDoors } from "./ui/app";
import { BASE, scopeHere } from "./ui/base-path";
import { takeChoices } from "./ui/choices";
import { catchIncoming } from "./ui/conferences/catch-incoming";
import { embeddedAt, organisersOptions, readEmbeddedFeed } from "./ui/embedded-feed";
import { drawEarly, NOBODY } from "./ui/first/draw-early";
import { recallZone } from "./ui/first/known-zone";
import { painted } from "./ui/first/painted";
import { TakeOver } from "./ui/first/take-over";
import { type FirstRead, readFirst } from "./ui/first-read";
import { followChoices } from "./ui/follow-choices";
import { catchInstallPrompt } from "./ui/install/install-prompt";
import { keepAllFresh, type Parse, readerFor } from "./ui/keep-all-fresh";
import { ErrorBoundary } from "./ui/parts/error-boundary";
import { Notices, notice, storeTrouble } from "./ui/parts/notices";
import { takeRehearsal } from "./ui/rehearsal";
import { readyChime } from "./ui/reminders/chime";
import { showInApp } from "./ui/reminders/in-app-reminders";
import { startScrollMemory } from "./ui/scroll-memory";
import { followShown, shown, takeShown } from "./ui/shown";
import { openClockWorker, openFeedWorker } from "./ui/trusted";
import { loadView } from "./ui/update/load-view";
import { startServiceWorker } from "./ui/update/service-worker";
import "./ui/look/look.css";

const parse: Parse = (bytes, options, signal) =>
  parseInWorker(openFeedWorker, bytes, { ...options, now: deviceNow() }, undefined, signal);

const scope = scopeHere();

async function start(): Promise<void> {
  recallZone();
  catchInstallPrompt();
  startScrollMemory();
  readyChime();
  const place = document.getElementById("app");
  if (!place) return;
  const root = createRoot(place);
  let drawings = 0;
  const draw = (db: Db, from: FirstRead, doors: AppDoors, arrives = false) =>
    flushSync(() =>
      root.render(
        <ErrorBoundary key={drawings}>
          <App {...{ db, arrives, ...doors }} first={from} />
        </ErrorBoundary>,
      ),
    );

  const begin = () => {
    void startServiceWorker().catch(() =>
      notice.set(
        inEnglish(
          "The app could not be kept on this device for use without a network. It tries again when it is opened next.",
        ),
      ),
    );
    const code = loadView(() => import("./store/db"));
    // It may fail before anybody waits for it; whoever does is told.
    code.catch(() => undefined);
    return code;
  };
  // On a first visit all of it at once: the network may be gone in a second. Later the picture comes first.
  const begun = ownWorker(scope) ? null : begin();
  const endEarlyHold = holdEarly();
  const early = await drawEarly((db, from) => draw(db, from, NOBODY));
  if (early) await painted();
  const storeCode = begun ?? begin();
  const db = await openStore(storeCode, BASE, (trouble) => {
    storeTrouble.set(trouble);
    // Before the app is drawn, and for as long as it cannot be: the reason alone.
    if (trouble === "blocked") root.render([<TakeOver key="over" />, <Notices key="said" failure={null} />]);
  }).catch((error: unknown) => {
    // The network was lost before the last of the code had come: said as of any page that cannot be shown.
    root.render(
      <ErrorBoundary>
        <Unshown error={error} />
      </ErrorBoundary>,
    );
  });
  if (!db) return;
  if (early) goOnFrom(early.store, db);
  else {
    await Promise.all([takeChoices(db), takeShown(db)]);
    const refused = await takeRehearsal(db);
    if (refused) notice.set(refused);
  }
  catchIncoming();
  const first = early?.first ?? (await readFirst(db, shown.get()));
  const askFor = keepAllFresh(db, parse, scope);
  const askOwn = askFor(HOME);
  const doors: AppDoors = { askFor, loadFirst: () => loadFirst(db, askOwn) };
  draw(db, first, doors);
  early?.release();
  followChoices(db, async () => {
    const again = await readFirst(db, shown.get());
    drawings += 1;
    return () => draw(db, again, doors);
  });
  followShown(db, async (key) => {
    const other = await readFirst(db, key);
    drawings += 1;
    return { name: other.conference?.name, draw: () => draw(db, other, doors, true) };
  });
  startBell(db, { openClockWorker, scope, showInApp });
  endEarlyHold();
  // With nothing saved, the page itself asks for the first schedule, and shows what comes of it.
  if (first.conference) await askOwn?.("opened");
}

function Unshown({ error }: { readonly error: unknown }): never {
  throw error;
}

/** The first schedule: the copy that came with the app at once, and behind it what the server has now. */
async function loadFirst(db: Db, ask: AskRefresh | undefined): Promise<RefreshOutcome | undefined> {
  const embedded = await readEmbeddedFeed();
  if (embedded.ok) {
    await takeInFirst(
      db,
      HOME,
      embedded.bytes,
      embeddedAt(deviceNow()),
      readerFor(parse, organisersOptions()),
    );
  }
  return ask?.("asked");
}

void start();
