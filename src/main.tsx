import { createRoot } from "react-dom/client";
import { fetchFeed } from "./feed/fetch-feed";
import { parseInWorker } from "./feed/parse-in-worker";
import { startBell } from "./reminders/bell";
import { deviceNow } from "./store/clock";
import { type Db, HOME } from "./store/db";
import { type AskRefresh, keepFresh } from "./store/keep-fresh";
import { openStore } from "./store/open-store";
import { type RefreshOutcome, takeInFirst } from "./store/refresh";
import { App } from "./ui/app";
import { embeddedAt, FEED_ADDRESS, readEmbeddedFeed } from "./ui/embedded-feed";
import { readFirst } from "./ui/first-read";
import { catchInstallPrompt } from "./ui/install/install-prompt";
import { ErrorBoundary } from "./ui/parts/error-boundary";
import { Notices, notice, storeTrouble } from "./ui/parts/notices";
import { takeRehearsal } from "./ui/rehearsal";
import { readyChime } from "./ui/reminders/chime";
import { showInApp } from "./ui/reminders/in-app-reminders";
import { startScrollMemory } from "./ui/scroll-memory";
import { BASE, openClockWorker, openFeedWorker } from "./ui/trusted";
import { startServiceWorker } from "./ui/update/service-worker";
import "./ui/look/look.css";

const NOT_KEPT =
  "The app could not be kept on this device for use without a network. It tries again when it is opened next.";

const parse = (bytes: Uint8Array) => parseInWorker(openFeedWorker, bytes);

async function start(): Promise<void> {
  catchInstallPrompt();
  startScrollMemory();
  readyChime();
  // First of all: the network may be gone in a second.
  void startServiceWorker().catch(() => notice.set(NOT_KEPT));

  const place = document.getElementById("app");
  if (!place) return;
  const root = createRoot(place);
  const db = await openStore(BASE, (trouble) => {
    storeTrouble.set(trouble);
    // Before the app is drawn, and for as long as it cannot be: the reason alone.
    if (trouble === "blocked") root.render(<Notices failure={null} />);
  });
  const refused = await takeRehearsal(db);
  if (refused) notice.set(refused);
  const ask = keepFresh(db, HOME, { fetch: () => fetchFeed(FEED_ADDRESS), parse });
  const first = await readFirst(db);
  root.render(
    <ErrorBoundary>
      <App db={db} first={first} ask={ask} loadFirst={() => loadFirst(db, ask)} />
    </ErrorBoundary>,
  );
  startBell(db, {
    openClockWorker,
    scope: new URL(BASE, location.href).href,
    showInApp,
  });
  // With nothing saved, the page itself asks for the first schedule, and shows what comes of it.
  if (first.conference) await ask("opened");
}

/** The first schedule: the copy that came with the app at once, and behind it what the server has now. */
async function loadFirst(db: Db, ask: AskRefresh): Promise<RefreshOutcome | undefined> {
  const embedded = await readEmbeddedFeed();
  if (embedded.ok) await takeInFirst(db, HOME, embedded.bytes, embeddedAt(deviceNow()), parse);
  return ask("asked");
}

void start();
