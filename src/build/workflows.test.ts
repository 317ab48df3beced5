import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { PROJECT } from "./run-step";

const FOLDER = join(PROJECT, ".github/workflows");
const files = readdirSync(FOLDER);
const { scripts } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency: unknown;
  readonly jobs: Readonly<Record<string, { readonly if?: string; readonly steps: readonly Step[] }>>;
}

const read = (file: string): Workflow => parse(readFileSync(join(FOLDER, file), "utf8"));
const stepsOf = (workflow: Workflow) => Object.values(workflow.jobs).flatMap(({ steps }) => steps);

describe.each(files)("the workflow %s", (file) => {
  const workflow = read(file);
  const steps = stepsOf(workflow);

  test("runs scripts that exist, and waits for whoever is at it", () => {
    const named = steps.flatMap(({ run = "" }) =>
      [...run.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = ""]) => name),
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    expect(workflow.concurrency).toBeDefined();
  });

  test("may read and nothing else, unless one of its jobs says more", () =>
    expect(workflow.permissions).toEqual({ contents: "read" }));

  test("takes actions of GitHub's own at a major version", () =>
    expect(
      steps.flatMap(({ uses = [] }) => uses).filter((uses) => !/^actions\/[\w-]+@v\d+$/.test(uses)),
    ).toEqual([]));

  test("puts nobody's words into a shell but by the environment", () =>
    expect(steps.flatMap(({ run = [] }) => run).filter((run) => run.includes("${{"))).toEqual([]));
});

test("what puts a site up runs only where the repository asks for it, and where it is asked for no tests run", () => {
  const conditions = (file: string) => Object.values(read(file).jobs).map((job) => job.if);
  expect(conditions("mirror.yml")).toEqual(["vars.TRACKSIDE_PAGES == 'true'"]);
  expect(conditions("pages.yml")[0]).toBe("vars.TRACKSIDE_PAGES == 'true'");
  expect(conditions("ci.yml")).toEqual(["vars.TRACKSIDE_PAGES != 'true'"]);
});

test("what has a schedule does nothing else: GitHub switches off the whole file after 60 quiet days", () => {
  const scheduled = files.filter((file) => "schedule" in read(file).on);
  expect(scheduled).toEqual(["mirror.yml"]);
  expect(Object.keys(read("mirror.yml").on)).toEqual(["schedule", "workflow_dispatch"]);
});

test("the site is built of what the mirror judged, under the path that Pages serves it by", () => {
  const build = stepsOf(read("pages.yml")).find(({ run }) => run === "npm run build");
  expect(build?.env).toMatchObject({
    FEED: "public/schedule.ics",
    BASE: expect.stringContaining("steps.pages.outputs.base_path"),
  });
});
