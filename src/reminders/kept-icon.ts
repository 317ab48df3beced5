let known: string | undefined;

/**
 * The app's icon as a data address, out of the cache that installed the app; undefined where it is not
 * kept. An address on the network would hold a card back for as long as a dead Wi-Fi lets it wait: what a
 * service worker asks for is not answered from its own cache. The first look takes up to 0.3 s, later
 * ones nothing: who means to ring on time looks beforehand.
 */
export async function keptIcon(scope: string): Promise<string | undefined> {
  if (known) return known;
  try {
    const kept = await caches.match(new URL("pwa-192x192.png", scope), { ignoreSearch: true });
    if (!kept) return undefined;
    const bytes = new Uint8Array(await kept.arrayBuffer());
    known = `data:image/png;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))}`;
    return known;
  } catch {
    return undefined; // Caches are refused or broken: a card without a picture rings as well.
  }
}
