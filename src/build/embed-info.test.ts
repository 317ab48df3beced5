import { resolve } from "node:path";
import { expect, test } from "vitest";
import { infoFile } from "./embed-info";
import { shippedPackages } from "./embed-licences";

const INFO = [
  { title: "Wi-Fi", text: "Network: `Hall`" },
  { title: "Map", picture: "map.svg" },
  { title: "Again", picture: "map.svg" },
];

test("the file holds the entries as they were written, and the app's version", () => {
  const { info, version } = JSON.parse(infoFile(INFO));
  expect(info).toEqual(INFO);
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test("what is shipped has its licence named: code, what that stands on, what runs in workers, fonts", () => {
  const shipped = shippedPackages(resolve("."));
  const names = shipped.map(({ name }) => name);
  for (const name of [
    ...["@fontsource/barlow", "dexie", "fake-indexeddb", "ical.js", "lean-qr", "lucide-react", "micromark"],
    ...[
      "minisearch",
      "react-dom",
      "scheduler",
      "valibot",
      "vite",
      "workbox-core",
      "workbox-window",
      "wouter",
    ],
  ])
    expect(names).toContain(name);
  expect(shipped.filter(({ license }) => license === "unknown")).toEqual([]);
  // Copyleft of files: whoever has the code is to be told where its source is.
  for (const { name, license, source } of shipped)
    if (/MPL|OFL/.test(license)) expect(source, name).toMatch(/^https:/);
  const [font] = shipped.filter(({ name }) => name === "@fontsource/barlow");
  expect(font?.text).toMatch(/Copyright[\s\S]*SIL Open Font License/i);
});
