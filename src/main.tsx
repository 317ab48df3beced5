import { createRoot } from "react-dom/client";
import { fetchFeed } from "./feed/fetch-feed";
import { parseInWorker } from "./feed/parse-in-worker";
import { startBell } from "./reminders/bell";
import { deviceNow } from "./store/clock";
import { type Db, HOME } from "./store/db";
import { type AskRefresh, keepFresh } from "./store/keep-fresh";
import { openStore } from "./store/open-store";
import { takeIn } from "./store/refresh";
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
      <App db={db} first={first} ask={ask} />
    </ErrorBoundary>,
  );
  startBell(db, {
    openClockWorker,
    scope: new URL(BASE, location.href).href,
    showInApp,
  });
  if (first.conference) await ask("opened");
  else await readFirstFeed(db, ask);
}

/** With nothing saved: the feed from the network, or else the copy that came with the app. */
async function readFirstFeed(db: Db, ask: AskRefresh): Promise<void> {
  const outcome = await ask("opened");
  if (outcome?.kind !== "kept") return;
  const embedded = await readEmbeddedFeed();
  if (embedded.ok) await takeIn(db, HOME, embedded.bytes, embeddedAt(deviceNow()), parse);
}

void start();
