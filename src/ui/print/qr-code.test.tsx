import jsQR from "jsqr";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { encodeAgenda } from "../../domain/agenda-code";
import { shortName } from "../../domain/fingerprint";
import { sampleConference, sampleSession } from "../../domain/sample";
import { QrCode } from "./qr-code";

/** What another's decoder reads off the drawing, and how many modules that has on a side. */
function scan(address: string): { readonly read: string | undefined; readonly modules: number } {
  const drawing = renderToStaticMarkup(<QrCode address={address} />);
  const side = Number(/viewBox="0 0 (\d+) /.exec(drawing)?.[1]);
  const scale = 4;
  const width = side * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of drawing.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let down = 0; down < scale; down += 1) {
      for (let across = 0; across < scale; across += 1) {
        const at = ((Number(y) * scale + down) * width + Number(x) * scale + across) * 4;
        pixels.fill(0, at, at + 3);
      }
    }
  }
  return { read: jsQR(pixels, width, width)?.data, modules: side - 8 };
}

const ids = Array.from(
  { length: 5000 },
  (_, index) => `session/${shortName(`${index}`).toString(36)}@example.org`,
);
const conference = {
  ...sampleConference(ids.map((id) => sampleSession({ id }))),
  name: "The Great Pencil Convention",
};
const starred = new Set(ids.filter((_, index) => index % 25 === 0));
const base = "https://conference.example.org/schedule/#/agenda/take/";

test("200 stars of 5,000 sessions are one comfortable code, and another’s decoder reads it back", () => {
  const address = base + encodeAgenda(conference, starred, "places");
  const { read, modules } = scan(address);
  expect(read).toBe(address);
  // Version 14 has 73 modules on a side.
  expect(modules).toBeLessThanOrEqual(73);
});

test("for any state of the programme they are one code still, a finer one", () => {
  const address = base + encodeAgenda(conference, starred, "names");
  expect(scan(address).read).toBe(address);
});
