import { expect, test } from "./fixtures";
import { openApp } from "./reminder-steps";
import { BLUNT_DAYS, BLUNT_FEED, bluntFile, chooseFile, expectPreview, keep } from "./second-conference";

test("a calendar file that is let go on the app is looked at", async ({ page }) => {
  await openApp(page);
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "blunt.ics", { type: "text/calendar" }));
    return transfer;
  }, BLUNT_FEED);
  await page.dispatchEvent("main", "dragover", { dataTransfer: data });
  await expect(page.getByText("Let go here to look at the calendar.")).toBeVisible();
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
  await expectPreview(page);
  await expect(page.getByText("Let go here to look at the calendar.")).toHaveCount(0);
  await page.getByRole("button", { name: "Not now" }).click();
  await expect(page.getByRole("button", { name: "Keep this conference" })).toHaveCount(0);
});

test("a calendar that is pasted is looked at", async ({ page }) => {
  await openApp(page);
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, BLUNT_FEED);
  await expectPreview(page);
});

test("a calendar that is shared with the app is looked at, once", async ({ page, context, server }) => {
  await openApp(page);
  // Another app's share arrives as a form that is posted to the app.
  const sharer = await context.newPage();
  await sharer.setContent(
    `<form method="post" enctype="multipart/form-data" action="${server.url}share">
      <input type="file" name="files"><button>Share</button>
    </form>`,
  );
  await sharer.setInputFiles("input", bluntFile());
  await sharer.click("button");
  await expect(sharer).toHaveURL(`${server.url}#/conferences`);
  await expectPreview(sharer);
  expect(server.requests.filter(({ method }) => method === "POST")).toEqual([]);
  // Not decided yet: it is still there when the page is opened anew.
  await sharer.reload();
  await keep(sharer);
  await sharer.goto("./#/conferences");
  await sharer.reload();
  await expect(sharer.getByRole("heading", { name: "Bring in a conference" })).toBeVisible();
  await expect(sharer.getByRole("button", { name: "Keep this conference" })).toHaveCount(0);
});

test("an address that is shared with the app is taken out of its words", async ({
  page,
  context,
  server,
}) => {
  server.modes.set("other.ics", { mode: "bytes", body: BLUNT_FEED });
  await openApp(page);
  const sharer = await context.newPage();
  await sharer.setContent(
    `<form method="post" enctype="multipart/form-data" action="${server.url}share">
      <input name="title" value="Programme"><input name="text" value="See ${server.url}other.ics"><button>Share</button>
    </form>`,
  );
  await sharer.click("button");
  await expectPreview(sharer);
});

test("a calendar file that is opened with the app is looked at", async ({ page }) => {
  await page.addInitScript((text) => {
    Object.defineProperty(globalThis, "launchQueue", {
      value: {
        setConsumer: async (consumer: (launch: object) => void) => {
          const root = await navigator.storage.getDirectory();
          const handle = await root.getFileHandle("blunt.ics", { create: true });
          const writable = await handle.createWritable();
          await writable.write(text);
          await writable.close();
          consumer({ files: [handle] });
        },
      },
    });
  }, BLUNT_FEED);
  await page.goto("./");
  await expectPreview(page);
});

test("a calendar's link that is opened with the app is looked at, and leaves the address", async ({
  page,
  server,
}) => {
  server.modes.set("other.ics", { mode: "bytes", body: BLUNT_FEED });
  const link = `${server.url.replace("http:", "webcal:")}other.ics`;
  await page.goto(`./?open=${encodeURIComponent(link)}`);
  await expectPreview(page);
  await expect(page).toHaveURL(`${server.url}#/conferences`);
  await keep(page);
  // It has an address of its own site, so it is kept in step with that.
  await expect(page.getByRole("status", { name: "Freshness" })).toHaveText(/^Saved /);
  server.modes.set("other.ics", {
    mode: "bytes",
    body: BLUNT_FEED.replace("Erasers for all", "Erasers for two"),
  });
  await page.getByRole("button", { name: "Look for changes" }).click();
  await expect(page.getByRole("article", { name: "Erasers for two" })).toBeVisible();
});

test("an address on another site is asked of nobody, and says what to do", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await openApp(page, "#/conferences");
  await page.getByLabel("Address of a calendar").fill("webcal://calendar.example/pencils.ics");
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(page.getByRole("heading", { name: "Nothing to keep" })).toBeFocused();
  await expect(page.getByText(/on another site.*save the file, and import it here/)).toBeVisible();
  await expect(page.getByRole("link", { name: "https://calendar.example/pencils.ics" })).toBeVisible();
  expect(asked.filter((url) => url.includes("calendar.example"))).toEqual([]);
});

test("what is no calendar is said to be none, and nothing is kept", async ({ page }) => {
  await openApp(page);
  await chooseFile(page, "<!doctype html><p>Sign in</p>");
  await expect(page.getByText(/web page, not a calendar/)).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Conferences on this device" })).toBeFocused();
  await expect(page.getByRole("heading", { level: 2, name: "Nothing to keep" })).toHaveCount(0);
});

test("an import that takes long says so, and ends when it is cancelled", async ({ page, server }) => {
  server.modes.set("other.ics", { mode: "stall" });
  await openApp(page, "#/conferences");
  await page.getByLabel("Address of a calendar").fill("/other.ics");
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Reading /other.ics…" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "Conferences on this device" })).toBeFocused();
  await expect(page.getByRole("button", { name: `Show ${BLUNT_DAYS}` })).toHaveCount(0);
});
