const known = new Map<string, string>();

/**
 * One of the app's images as a data address, out of the cache that installed the app; undefined where it
 * is not kept. An address on the network would hold a card back for as long as a dead Wi-Fi lets it wait:
 * what a service worker asks for is not answered from its own cache. The first look takes up to 0.3 s,
 * later ones nothing: who means to ring on time looks beforehand.
 */
export async function keptImage(scope: string, file: string): Promise<string | undefined> {
  const address = new URL(file, scope).href;
  const before = known.get(address);
  if (before) return before;
  try {
    const kept = await caches.match(address, { ignoreSearch: true });
    if (!kept) return undefined;
    const bytes = new Uint8Array(await kept.arrayBuffer());
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    const image = `data:image/png;base64,${btoa(text)}`;
    known.set(address, image);
    return image;
  } catch {
    return undefined; // Caches are refused or broken: a card without a picture rings as well.
  }
}
