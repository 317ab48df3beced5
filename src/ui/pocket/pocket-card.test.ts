import { expect, test } from "vitest";
import { HOUR } from "../../domain/time";
import { pocketCard } from "./pocket-card";

const now = Date.parse("2030-05-21T10:00:00Z");

test("the card says why pocket mode has stopped, silently, and for an hour", () => {
  const cards = (["paused", "broken"] as const).map((why) => pocketCard(why, now, "https://example.org/x/"));
  expect(cards.map(({ body }) => body)).toEqual([
    "Something else paused it. Open the app to start it again.",
    "This device does not play its sound.",
  ]);
  for (const { sounds, data } of cards) {
    expect(sounds).toBe(false);
    expect(data).toMatchObject({ endsAt: now + HOUR, url: "https://example.org/x/#/reminders" });
  }
});
