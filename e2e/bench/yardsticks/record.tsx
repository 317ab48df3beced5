import { createRoot } from "react-dom/client";
import { type PlainRow, Rows } from "./rows";
import { plainRows } from "./static";

const SESSIONS = 5_000;

const answer = <Value,>(request: IDBRequest<Value>) =>
  new Promise<Value>((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

async function openRecord(): Promise<IDBDatabase> {
  const opening = indexedDB.open("yardstick", 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("slim").put(plainRows(SESSIONS), "all");
  };
  return answer(opening);
}

async function start(): Promise<void> {
  const db = await openRecord();
  const rows: readonly PlainRow[] = await answer(db.transaction("slim").objectStore("slim").get("all"));
  createRoot(document.getElementById("app") ?? document.body).render(<Rows rows={rows.slice(0, 20)} />);
}

void start();
