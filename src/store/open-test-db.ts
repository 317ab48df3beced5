import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { Db } from "./db";

/** A store in memory for a test: `factory` lets two of them share one database, as two tabs do. */
export function openTestDb(factory = new IDBFactory()): Db {
  return new Db("/test/", { indexedDB: factory, IDBKeyRange });
}
