import type { BrowserContext, Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { swReady } from "./service-worker";

const TITLE = "Rust’s type system for data engineering";
const star = (page: Page): Locator => page.getByRole("button", { name: `Star ${TITLE}`, exact: true });

const REFUSALS: Readonly<Record<string, () => void>> = {
  "throws as it is opened": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  },
  "is not there at all": () => {
    Object.defineProperty(window, "indexedDB", { value: undefined, configurable: true });
  },
  "throws at its name": () => {
    Object.defineProperty(window, "indexedDB", {
      get: () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
      configurable: true,
    });
  },
  "fails to open": () => {
    IDBFactory.prototype.open = () => {
      const error = new DOMException("A mutation operation was attempted.", "InvalidStateError");
      const request = Object.assign(new EventTarget(), {
        error,
        onerror: null as ((event: object) => void) | null,
      });
      setTimeout(() => request.onerror?.({ target: request, preventDefault() {}, stopPropagation() {} }));
      return request as unknown as IDBOpenDBRequest;
    };
  },
};

for (const [name, refuse] of Object.entries(REFUSALS)) {
  test(`where the browser's storage ${name}, the schedule can be read and nobody is misled`, async ({
    page,
  }) => {
    await page.addInitScript(refuse);
    await page.goto("./");
    await expect(page.getByRole("article")).toHaveCount(9);
    await expect(page.getByRole("alert").filter({ hasText: "stars are lost" })).toContainText(
      "This browser does not let the app keep anything",
    );
    await expect(page.getByRole("status", { name: "Freshness" })).toHaveText(/^Saved \d\d:\d\d$/);

    // For as long as the page is open, all of it works.
    await star(page).click();
    await expect(star(page)).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("link", { name: "Agenda" }).click();
    await expect(page.getByRole("article", { name: TITLE })).toBeVisible();
    await page.getByRole("link", { name: TITLE }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);

    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
    await expect(star(page)).toHaveAttribute("aria-pressed", "false");
  });
}

test("without storage and without the network, the copy that came with the app is shown", async ({
  page,
  network,
}) => {
  await page.goto("./");
  await swReady(page);
  await page.addInitScript(REFUSALS["throws as it is opened"] as () => void);
  await network.goOffline();
  await page.reload();
  await expect(page.getByRole("article")).toHaveCount(9);
  await expect(page.getByRole("alert").filter({ hasText: "stars are lost" })).toBeVisible();
  await expect(page.getByRole("status", { name: "Freshness" })).toHaveText(/^Saved .*offline$/);
});

/** Another tab, with a version to come, asks for the database: what its request hears. */
async function upgradeElsewhere(context: BrowserContext): Promise<string[]> {
  const newer = await context.newPage();
  await newer.goto("./icon.svg");
  return newer.evaluate(
    () =>
      new Promise<string[]>((done, failed) => {
        const events: string[] = [];
        const request = indexedDB.open("trackside:/", 1_000);
        request.onblocked = () => events.push("blocked");
        request.onupgradeneeded = () => events.push("upgrade");
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
          request.result.close();
          done(events);
        };
      }),
  );
}

test("a newer version in another tab gets the database; this tab says so and can still be read", async ({
  page,
  context,
}) => {
  await page.goto("./");
  await star(page).click();
  await expect(star(page)).toHaveAttribute("aria-pressed", "true");
  await swReady(page);

  // What was pressed on the first screen gets into the store when the app is there.
  await expect.poll(() => page.evaluate(() => localStorage.getItem("trackside-pressed:/"))).toBeNull();

  expect(await upgradeElsewhere(context)).toEqual(["upgrade"]);

  await page.bringToFront();
  const alert = page.getByRole("alert").filter({ hasText: "A newer version of this app is open" });
  await expect(alert).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(9);

  // What can be read goes on; what cannot be kept is said not to be kept.
  await page.getByRole("link", { name: TITLE }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  await star(page).click();
  await expect(page.getByRole("status", { name: "Message" })).toContainText("could not be kept");
  await page.getByRole("link", { name: "Agenda" }).click();
  await expect(star(page)).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("link", { name: "Reminders" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reminders on this device");
  await page.getByRole("button", { name: "Look for changes" }).click();
  await expect(alert).toBeVisible();

  const reloaded = page.waitForEvent("load");
  await alert.getByRole("button", { name: "Reload" }).click();
  await reloaded;
  await expect(
    page
      .getByRole("article")
      .or(page.getByRole("heading", { level: 1 }))
      .first(),
  ).toBeVisible();
});

test("an older tab that holds the database back is named, and the app goes on once it has let go", async ({
  context,
}) => {
  const older = await context.newPage();
  await older.goto("./icon.svg"); // A page of this origin that is not the app.
  await older.evaluate(
    () =>
      new Promise<void>((done) => {
        // Version 1 of the browser's count is older than any that the app has had.
        const request = indexedDB.open("trackside:/", 1);
        request.onsuccess = () => {
          (window as unknown as { held: IDBDatabase }).held = request.result;
          done();
        };
      }),
  );
  const page = await context.newPage();
  await page.goto("./");
  const reason = page.getByText("Another tab with an older version of this app is in the way");
  await expect(reason).toBeVisible();
  await older.evaluate(() => (window as unknown as { held: IDBDatabase }).held.close());
  await expect(page.getByRole("article")).toHaveCount(9);
  await expect(reason).toHaveCount(0);
});

test("where the store's code does not come, the page says so, and loading it again helps", async ({
  page,
  network,
}) => {
  network.allow(/net::ERR_FAILED/, /Failed to fetch dynamically imported module/);
  const isStoreCode = /\/assets\/db-[^/]+\.js$/;
  await page.route(isStoreCode, (route) => route.abort());
  await page.goto("./");
  await expect(page.getByRole("heading", { name: "This page could not be shown" })).toBeVisible();
  await page.unroute(isStoreCode);
  await page.getByRole("button", { name: "Load again" }).click();
  await expect(page.getByRole("article")).toHaveCount(9);
});

test("a session that cannot be read is said to be so, and loading it again helps", async ({
  page,
  network,
}) => {
  await page.goto("./");
  await expect(page.getByRole("article")).toHaveCount(9);
  await page.evaluate(() => {
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (key) {
      if (this.name === "details") throw new DOMException("A record that is broken", "DataError");
      return get.call(this, key);
    };
  });
  await page.getByRole("link", { name: TITLE }).click();
  await expect(page.getByRole("heading", { name: "This page could not be shown" })).toBeVisible();
  expect(network.takeProblems()).not.toEqual([]); // What was caught is told to the console.
  await page.getByRole("button", { name: "Load again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
});

test("an address that goes from one session to another brings the other's description", async ({ page }) => {
  await page.goto("./#/day/2026-04-18");
  const addressOf = (title: string) => page.getByRole("link", { name: title }).getAttribute("href");
  const [one, other] = [
    await addressOf("Safe by construction: embedded systems in Rust"),
    await addressOf("Beyond Kafka performance: streaming with Apache Iggy in Rust"),
  ];
  await page.goto(`./${one}`);
  await expect(page.getByText("disaggregated topology")).toBeVisible();
  await page.goto(`./${other}`);
  await expect(page.getByText("next-generation message streaming engine").first()).toBeVisible();
  await expect(page.getByText("disaggregated topology")).toHaveCount(0);
});
