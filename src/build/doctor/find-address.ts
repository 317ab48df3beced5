import { type AddressHeaders, ELSEWHERE } from "./ask-address";
import { type Finding, finding } from "./finding";

const PLACE = { line: null, where: "the address" };
/** A server on this machine is asked over no network. */
const LOOPBACK = /^http:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?(?:\/|$)/i;

/** What is to be said of a feed's address, and of what its server says beside it (null where that is not known). */
export function findAddress(address: string, headers: AddressHeaders | null): readonly Finding[] {
  const found: Finding[] = [];
  if (/^http:/i.test(address) && !LOOPBACK.test(address)) {
    found.push(finding("no-tls", PLACE, "It begins with http://."));
  }
  if (headers === null) return found;
  const { allowOrigin, contentType, hasValidator } = headers;
  if (!/^text\/calendar\b/i.test(contentType ?? "")) {
    const reason =
      contentType === null ? "It sends no Content-Type." : `It sends Content-Type: ${contentType}.`;
    found.push(finding("not-a-calendar-type", PLACE, reason));
  }
  if (allowOrigin !== "*" && allowOrigin !== ELSEWHERE) {
    const reason =
      allowOrigin === null
        ? "It sends no Access-Control-Allow-Origin."
        : `It sends Access-Control-Allow-Origin: ${allowOrigin}.`;
    found.push(finding("other-origins", PLACE, reason));
  }
  if (!hasValidator) found.push(finding("no-validators", PLACE, "It sends neither ETag nor Last-Modified."));
  return found;
}
