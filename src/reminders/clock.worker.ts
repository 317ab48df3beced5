/// <reference lib="webworker" />
// A clock that hidden tabs cannot slow down: dedicated workers keep their timers where pages lose theirs.
// Told a device instant (or null), it ticks then; and every quarter of a minute whatever it was told,
// because sleep, a moved clock or a lost message must not cost a reminder.

const LONGEST_WAIT = 15_000;

let due: number | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

function arm(): void {
  clearTimeout(timer);
  const wait = due === null ? LONGEST_WAIT : Math.min(Math.max(due - Date.now(), 0), LONGEST_WAIT);
  timer = setTimeout(tick, wait);
}

function tick(): void {
  if (due !== null && due <= Date.now()) due = null;
  postMessage("tick");
  arm();
}

addEventListener("message", (event: MessageEvent<number | null>) => {
  due = event.data;
  arm();
});

arm();
