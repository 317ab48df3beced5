import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Writes the permission where the browser keeps it in a profile, used or new; it must not be running. */
export async function allowNotifications(profile: string, origin: string): Promise<void> {
  const file = join(profile, "Default", "Preferences");
  const used = JSON.parse(await readFile(file, "utf8").catch(() => "{}"));
  // Microseconds since 1601.
  const lastModified = String((Date.now() + 11_644_473_600_000) * 1000);
  used.profile ??= {};
  used.profile.content_settings ??= {};
  used.profile.content_settings.exceptions ??= {};
  used.profile.content_settings.exceptions.notifications = {
    ...used.profile.content_settings.exceptions.notifications,
    [`${origin},*`]: { last_modified: lastModified, setting: 1 },
  };
  await mkdir(join(profile, "Default"), { recursive: true });
  await writeFile(file, JSON.stringify(used));
}
