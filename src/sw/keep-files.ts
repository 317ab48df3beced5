/** A file of the built site, as the build lists it. */
export interface KeptFile {
  /** Relative to the base path. */
  readonly url: string;
  /** A hash of its content, where its name holds none. */
  readonly revision: string | null;
}

/** What belongs to how an answer travelled. A cache would compare by `Vary` what the browser asks otherwise. */
const OF_THE_JOURNEY = ["content-encoding", "content-length", "vary"];

/**
 * Puts files, by the address each is kept under, into the cache of this version; rejects where one cannot be
 * had. What its own cache holds is left as it is, and what another of `ours` holds under a content-hashed
 * name is taken from there.
 *
 * On a first visit the network may be gone in a second: all files are asked for at once and off it before
 * the first is kept, for keeping a script has it compiled, and holds up what is still to come.
 */
export async function keepFiles(
  cacheName: string,
  files: ReadonlyMap<string, KeptFile>,
  ours: () => Promise<readonly string[]>,
): Promise<void> {
  const older = (await ours()).filter((name) => name !== cacheName);
  const cache = await caches.open(cacheName);
  const here = new Set((await cache.keys()).map(({ url }) => url));
  const wanted = [...files].filter(([address]) => !here.has(address));
  const got = await Promise.allSettled(
    wanted.map(async ([address, file]) => {
      const before = file.revision === null ? await keptBefore(address, older) : undefined;
      const answer = before ?? (await fetchFile(file).catch(() => fetchFile(file)));
      const headers = new Headers(answer.headers);
      for (const name of OF_THE_JOURNEY) headers.delete(name);
      return { address, file, answer: new Response(await answer.arrayBuffer(), { headers }) };
    }),
  );
  const failure = got.find((one) => one.status === "rejected");
  // What is named by its content stays for the next try. The page does not: it may be another version's.
  const kept = got
    .flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))
    .filter(({ file }) => !failure || file.revision === null);
  await Promise.all(kept.map(({ address, answer }) => cache.put(address, answer)));
  if (failure) throw failure.reason;
}

async function keptBefore(address: string, older: readonly string[]): Promise<Response | undefined> {
  for (const cacheName of older) {
    const kept = await caches.match(address, { cacheName });
    if (kept) return kept;
  }
  return undefined;
}

async function fetchFile({ url, revision }: KeptFile): Promise<Response> {
  const answer = await fetch(url, { cache: revision === null ? "default" : "reload" });
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}.`);
  return answer;
}
