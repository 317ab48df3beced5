import type { Shared } from "../store/db";
import { putIntoInbox } from "../store/inbox";
import { openDb } from "./ring-here";

declare const self: ServiceWorkerGlobalScope;

/** No schedule is larger, and whoever shares a film by mistake shall not fill the disk with it. */
const LARGEST = 32 * 1024 * 1024;
const MOST = 8;

/** Keeps what another app has shared, as it came, and leads on to the page that looks at it. */
export async function takeShared(request: Request): Promise<Response> {
  const shared: Omit<Shared, "id">[] = [];
  try {
    const form = await request.formData();
    for (const file of form.getAll("files").slice(0, MOST)) {
      if (typeof file === "string" || file.size > LARGEST) continue;
      const bytes = new Uint8Array(await file.arrayBuffer());
      shared.push({ fileName: file.name || null, bytes, text: null });
    }
    const text = ["url", "text", "title"].map((name) => form.get(name) ?? "").join("\n");
    if (shared.length === 0) shared.push({ fileName: null, bytes: null, text });
    await putIntoInbox(openDb(), shared);
  } catch {
    // A full disk, or nothing that can be read: the page shows the other ways in.
  }
  return Response.redirect(`${self.registration.scope}#/conferences`, 303);
}
