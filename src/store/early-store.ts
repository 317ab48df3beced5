import type { Db } from "./db";

/** As the database's code numbers the version of its tables for the browser. */
export const TABLES_VERSION = 5;
const NATIVE = 10 * TABLES_VERSION;

/** Nothing comes of watching it: it is there for one reading. */
const UNWATCHED = { subscribe: () => ({ unsubscribe: () => undefined }) };

/**
 * The attendee's store before the database's code has come: by the browser's own calls, so that the first
 * picture waits for nothing else. It can be read as `readFirst` reads, and neither watched nor
 * written. Undefined where there is none yet, where it is of another version, and where the browser refuses.
 */
export async function openEarly(base: string): Promise<Db | undefined> {
  const name = `trackside:${base}`;
  const database = await openExisting(name).catch(() => undefined);
  if (!database) return undefined;
  // Whoever upgrades or deletes it is not to wait for this page.
  database.onversionchange = () => database.close();
  const tables = [...database.objectStoreNames];
  let transaction = database.transaction(tables, "readonly");
  const ask = <T>(table: string, request: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    try {
      return answerOf(request(transaction.objectStore(table)));
    } catch {
      transaction = database.transaction(tables, "readonly"); // The one before has come to its end.
      return answerOf(request(transaction.objectStore(table)));
    }
  };
  const latestFirst = (table: string, range: IDBKeyRange) => ({
    reverse: () => ({ toArray: async () => (await ask(table, (store) => store.getAll(range))).reverse() }),
  });
  const readerOf = (table: string) => ({
    get: (key: IDBValidKey) => ask(table, (store) => store.get(key)),
    toArray: () => ask(table, (store) => store.getAll()),
    where: (of: string | { readonly conference: string }) =>
      typeof of === "string"
        ? { above: (least: IDBValidKey) => latestFirst(table, IDBKeyRange.lowerBound(least, true)) }
        : { toArray: () => ask(table, (store) => store.index("conference").getAll(of.conference)) },
  });
  const readers = Object.fromEntries(tables.map((table) => [table, readerOf(table)]));
  const early = { name, watch: () => UNWATCHED, close: () => database.close(), ...readers };
  const store = early as unknown as Db;
  earlies.add(store);
  return store;
}

const earlies = new WeakSet<Db>();

/** True of a store that can only be read. */
export function isEarly(db: Db): boolean {
  return earlies.has(db);
}

/** Opens a database that is there, in this version; undefined else. */
function openExisting(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    let isLate = false;
    const request = indexedDB.open(name);
    // There was none: nobody is to find an empty one.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(undefined);
    request.onsuccess = () => {
      const { result } = request;
      if (result.version === NATIVE && !isLate) return resolve(result);
      // Nobody waits for it any more, and nobody may have to wait for it.
      result.close();
      resolve(undefined);
    };
    setTimeout(() => {
      isLate = true;
      resolve(undefined);
    }, PATIENCE);
  });
}

/** A database that does not answer is asked for again by its own code, which knows what to say of it. */
const PATIENCE = 2_000;

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
