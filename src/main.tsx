import { createRoot } from "react-dom/client";
import { inEnglish } from "./domain/speech";
import { fetchFeed } from "./feed/fetch-feed";
import { parseInWorker } from "./feed/parse-in-worker";
import { readerKey } from "./feed/reader-key";
import { startBell } from "./reminders/bell";
import { showChangeCard, tellChanges } from "./reminders/tell-changes";
import { deviceNow } from "./store/clock";
import type { Db } from "./store/db";
import { HOME } from "./store/home";
import { type AskRefresh, keepFresh } from "./store/keep-fresh";
import { openStore } from "./store/open-store";
import { type RefreshOutcome, takeInFirst } from "./store/refresh";
import { App } from "./ui/app";
import { BASE } from "./ui/base-path";
import { takeChoices } from "./ui/choices";
import { dayStart, embeddedAt, FEED_ADDRESS, readEmbeddedFeed } from "./ui/embedded-feed";
import { type FirstRead, readFirst } from "./ui/first-read";
import { followChoices } from "./ui/follow-choices";
import { catchInstallPrompt } from "./ui/install/install-prompt";
import { showLastTheme } from "./ui/look/theme";
import { ErrorBoundary } from "./ui/parts/error-boundary";
import { Notices, notice, storeTrouble } from "./ui/parts/notices";
import { say } from "./ui/parts/toast";
import { takeRehearsal } from "./ui/rehearsal";
import { readyChime } from "./ui/reminders/chime";
import { showInApp } from "./ui/reminders/in-app-reminders";
import { startScrollMemory } from "./ui/scroll-memory";
import { openClockWorker, openFeedWorker } from "./ui/trusted";
import { loadView } from "./ui/update/load-view";
import { startServiceWorker } from "./ui/update/service-worker";
import "./ui/look/look.css";

// Before all else: the store's code comes while the rest is made ready.
const storeCode = loadView(() => import("./store/db"));

const reader = {
  parse: (bytes: Uint8Array, signal?: AbortSignal) =>
    parseInWorker(openFeedWorker, bytes, dayStart(), undefined, signal),
  reader: readerKey(dayStart()),
};

const scope = new URL(BASE, location.href).href;

async function start(): Promise<void> {
  showLastTheme();
  catchInstallPrompt();
  startScrollMemory();
  readyChime();
  // First of all: the network may be gone in a second.
  void startServiceWorker().catch(() =>
    notice.set(
      inEnglish(
        "The app could not be kept on this device for use without a network. It tries again when it is opened next.",
      ),
    ),
  );

  const place = document.getElementById("app");
  if (!place) return;
  const root = createRoot(place);
  const db = await openStore(storeCode, BASE, (trouble) => {
    storeTrouble.set(trouble);
    // Before the app is drawn, and for as long as it cannot be: the reason alone.
    if (trouble === "blocked") root.render(<Notices failure={null} />);
  }).catch((error: unknown) => {
    // The network was lost before the last of the code had come: said as of any page that cannot be shown.
    root.render(
      <ErrorBoundary>
        <Unshown error={error} />
      </ErrorBoundary>,
    );
  });
  if (!db) return;
  await takeChoices(db);
  const refused = await takeRehearsal(db);
  if (refused) notice.set(refused);
  const ask = keepFresh(db, HOME, {
    ...reader,
    fetch: (signal) => fetchFeed(FEED_ADDRESS, signal ? { signal } : {}),
    onReplaced: ({ changes }) =>
      void tellChanges(db, HOME, changes, {
        scope,
        say,
        isVisible: () => document.visibilityState === "visible",
        show: showChangeCard,
      }).catch(reportError),
  });
  let drawings = 0;
  const draw = (from: FirstRead) =>
    root.render(
      <ErrorBoundary key={drawings}>
        <App db={db} first={from} ask={ask} loadFirst={() => loadFirst(db, ask)} />
      </ErrorBoundary>,
    );
  const first = await readFirst(db);
  draw(first);
  followChoices(db, async () => {
    const again = await readFirst(db);
    drawings += 1;
    return () => draw(again);
  });
  startBell(db, { openClockWorker, scope, showInApp });
  // With nothing saved, the page itself asks for the first schedule, and shows what comes of it.
  if (first.conference) await ask("opened");
}

function Unshown({ error }: { readonly error: unknown }): never {
  throw error;
}

/** The first schedule: the copy that came with the app at once, and behind it what the server has now. */
async function loadFirst(db: Db, ask: AskRefresh): Promise<RefreshOutcome | undefined> {
  const embedded = await readEmbeddedFeed();
  if (embedded.ok) await takeInFirst(db, HOME, embedded.bytes, embeddedAt(deviceNow()), reader);
  return ask("asked");
}

void start();
