import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toJsonSchema } from "@valibot/to-json-schema";
import { ABOUT } from "./organiser-keys";
import { ORGANISER } from "./organiser-schema";
import { PROJECT } from "./run-step";

/** What may stand in `conference.json`, as a JSON Schema (draft 7) for editors. What it cannot express the build judges. */
export function editorsSchema(): object {
  const { properties = {}, ...rest } = toJsonSchema(ORGANISER, { errorMode: "ignore", typeMode: "input" });
  const told = Object.entries(ABOUT).map(([key, description]) => [
    key,
    { description, ...(properties[key] as object) },
  ]);
  return { ...rest, title: "A conference in Trackside", properties: Object.fromEntries(told) };
}

/** `node src/build/run.mjs organiser-json-schema`: writes it, after a change of the keys. */
export async function main(): Promise<number> {
  const file = join(PROJECT, "public/conference.schema.json");
  await writeFile(file, `${JSON.stringify(editorsSchema(), null, 2)}\n`);
  return 0;
}
