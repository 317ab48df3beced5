// Each runs in the page, sent as text: it begins to wait, and leaves in `benchWatch.awaited` what will be the
// time of the paint; null where nothing has come after a while.

/** The next star that is set or taken away. */
export function awaitPressed(): void {
  const watch = window.benchWatch;
  watch.awaited = new Promise((done) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      void watch.painted().then(done);
    });
    observer.observe(document, { subtree: true, attributeFilter: ["aria-pressed"] });
    setTimeout(() => done(null), 20_000);
  });
}

/** A row in sight that is not in sight now. */
export function awaitRowsBeyond(): void {
  const watch = window.benchWatch;
  const idOf = (row: Element) => row.getAttribute("data-session");
  const known = new Set([...document.querySelectorAll("article[data-session]")].map(idOf));
  watch.awaited = new Promise((done) => {
    const end = performance.now() + 20_000;
    const look = () => {
      if (performance.now() > end) return done(null);
      if (!watch.visibleRows().some((row) => !known.has(idOf(row)))) return void requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}

/** The heading of a session's page. */
export function awaitTitle(): void {
  const watch = window.benchWatch;
  watch.awaited = new Promise((done) => {
    const end = performance.now() + 20_000;
    const look = () => {
      if (performance.now() > end) return done(null);
      const heading = document.querySelector("main h1");
      const isThere = location.hash.startsWith("#/session/") && heading?.checkVisibility();
      if (!isThere || !document.querySelector(".session-page")) return void requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}

/** The last change of rows, or of a session's page, before nothing has changed for a while; `patience` for the first. */
export function awaitSettled(patience: number): void {
  const watch = window.benchWatch;
  const PAUSE = 800;
  const shows = "article[data-session], .session-page";
  const concerns = ({ target, addedNodes, removedNodes }: MutationRecord) => {
    const element = target instanceof Element ? target : target.parentElement;
    if (element?.closest(shows)) return true;
    return [...addedNodes, ...removedNodes].some(
      (node) => node instanceof Element && (node.matches(shows) || node.querySelector(shows) !== null),
    );
  };
  watch.awaited = new Promise((done) => {
    let last: number | null = null;
    let changedAt = performance.now();
    let painting = false;
    const observer = new MutationObserver((records) => {
      if (!records.some(concerns)) return;
      changedAt = performance.now();
      if (painting) return;
      painting = true;
      void watch.painted().then((at) => {
        painting = false;
        last = at;
      });
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    const began = performance.now();
    const look = () => {
      const now = performance.now();
      const isOver = last !== null && !painting && now - changedAt > PAUSE;
      if (!isOver && (last !== null || now - began < patience)) return void setTimeout(look, 50);
      observer.disconnect();
      done(last);
    };
    setTimeout(look, 50);
  });
}
