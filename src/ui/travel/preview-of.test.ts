import { expect, test } from "vitest";
import { encodeAgenda, idsInCode, readAgendaCode } from "../../domain/agenda-code";
import { sampleConference, sampleSession } from "../../domain/sample";
import { NO_EXTRAS } from "./extras";
import { previewOf } from "./preview-of";

const sessions = ["a", "b", "c", "d"].map((id, hour) =>
  sampleSession({ id, title: `Title ${id}`, startsAt: hour * 3_600_000 }),
);
const conference = sampleConference(sessions);
const sent = new Set(["a", "c", "d"]);
const linkTo = (by: "names" | "places") => {
  const code = readAgendaCode(encodeAgenda(conference, sent, by));
  if (typeof code === "string") throw new Error(code);
  return { code, extras: null };
};
const here = (held: typeof sessions, ...starred: readonly string[]) => [
  { key: "home", conference: sampleConference(held), starred: new Set(starred) },
];

test("says what is new, what is there already, what would go, and what is no longer held, by name", () => {
  const order = idsInCode(conference, sent, "names");
  const titles = order.map((id) => `Title ${id}`);
  const notes: [number, string][] = order.map((id, place) => [place, `about ${id}`]);
  const preview = previewOf(
    linkTo("names"),
    { ...NO_EXTRAS, titles, notes },
    here(sessions.slice(0, 3).reverse(), "a", "b"),
  );
  expect(preview).toMatchObject({
    is: "preview",
    sessions: [{ id: "a" }, { id: "c" }],
    added: [{ id: "c" }],
    dropped: 1,
    missing: ["Title d"],
  });
  expect(preview.is === "preview" && [...preview.notes]).toEqual(
    order.filter((id) => id !== "d").map((id) => [id, `about ${id}`]),
  );
});

test("says so where places do not hold, and where the conference is not here", () => {
  const later = here([...sessions, sampleSession({ id: "e" })]);
  expect(previewOf(linkTo("places"), NO_EXTRAS, later)).toEqual({
    is: "other state",
    conference: "Pencil Days",
  });
  expect(previewOf(linkTo("places"), NO_EXTRAS, [])).toEqual({ is: "foreign", conference: "Pencil Days" });
});
