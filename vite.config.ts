import react from "@vitejs/plugin-react";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { BuildStop } from "./src/build/build-stop";
import { embedInfo, INFO_FILE } from "./src/build/embed-info";
import { embedLicences } from "./src/build/embed-licences";
import { embedSite } from "./src/build/embed-site";
import { embedTheme } from "./src/build/embed-theme";
import { embedFirstScreen } from "./src/build/first-screen";
import { writeHostFiles } from "./src/build/hosts/host-files";
import { mirrored } from "./src/build/hosts/host-site";
import { iconsOf } from "./src/build/icons";
import { inlineStyles } from "./src/build/inline-styles";
import { manifestOf } from "./src/build/manifest";
import { type Organiser, picturesOf } from "./src/build/organiser";
import { hasPictures, leaveOut } from "./src/build/pictures";
import { preloadFonts } from "./src/build/preload-fonts";
import { originsOf, securityHeaders, siteHeaders } from "./src/build/security-headers";
import { readSite } from "./src/build/site";
import { slimCatalogues } from "./src/build/slim-catalogues";
import { isKill, stampBuild } from "./src/build/stamp";
import { LANGUAGES } from "./src/domain/choices";

/** The languages that are not offered are not kept on the device either. */
const unspoken = ({ languages }: Organiser): readonly string[] =>
  LANGUAGES.filter(({ language }) => !languages.includes(language)).map(
    ({ language }) => `assets/${language}-*.js`,
  );

async function siteOrStop() {
  try {
    return await readSite(process.env);
  } catch (error) {
    if (!(error instanceof BuildStop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** A build that takes the app off the devices that have it: from the network alone, with a worker that goes. */
const killed = isKill(process.env);

export default defineConfig(async (): Promise<ViteUserConfig> => {
  const site = await siteOrStop();
  const { base, organiser } = site;
  const builtAt = new Date();
  const isPictured = await hasPictures(site);
  return {
    base,
    define: {
      LANGUAGES_OFFERED: JSON.stringify(organiser.languages),
      "import.meta.env.KILLED": JSON.stringify(killed),
    },
    plugins: [
      react(),
      slimCatalogues(),
      embedTheme(organiser),
      embedSite(site, builtAt),
      embedInfo(base, organiser.info),
      embedFirstScreen(site, builtAt),
      preloadFonts(base),
      inlineStyles(),
      writeHostFiles({
        base,
        name: site.conference.name,
        feed: mirrored(site.feed),
        headers: securityHeaders(originsOf(site)),
      }),
      VitePWA({
        strategies: "injectManifest",
        srcDir: killed ? "src/sw/kill" : "src/sw",
        filename: "sw.ts",
        injectRegister: false,
        registerType: "prompt",
        base,
        scope: base,
        manifest: manifestOf(site, isPictured),
        pwaAssets: {
          image: `public/${organiser.logo ?? "icon.svg"}`,
          preset: iconsOf(organiser),
          includeHtmlHeadLinks: true,
          injectThemeColor: false,
        },
        injectManifest: {
          ...(killed && { injectionPoint: "" }),
          globPatterns: [
            "**/*.{html,js,css,woff2}",
            "assets/*.ics",
            "icon.svg",
            "favicon.ico",
            "pwa-192x192.png",
            "badge.png",
            INFO_FILE,
            ...picturesOf(organiser).map(({ file }) => file),
          ],
          rollupFormat: "iife",
          globIgnores: ["screenshots/**", "_headers", "404.html", ...unspoken(organiser)],
          // The feed is one of the files; the page takes none that is larger.
          maximumFileSizeToCacheInBytes: 32 * 2 ** 20,
        },
        includeManifestIcons: false,
      }),
      embedLicences(),
      leaveOut(isPictured),
      stampBuild(process.env),
    ],
    // The router's stand-in for a hook that this React has itself.
    resolve: { alias: [{ find: /^use-sync-external-store\/shim.*/, replacement: "react" }] },
    build: {
      target: "es2023",
      assetsInlineLimit: 0,
      // Few files: each is a request that a first visit waits for, and that installing has to make.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: "first", tags: ["$initial"] },
              // The small pieces that several later views share; not what they stand on, such as ical.js.
              {
                name: "parts",
                test: /lucide-react|src\/(domain\/(?!agenda-code|arrival|bits|find-agenda|fingerprint|match-again|next-edition|placeholder|pocket-test|same-conference|succession|url-text|utf8)|reminders|feed\/stable-key|store\/(entries|friends|notes|remove-conference|visits)|ui\/(parts|keyboard|update\/code-)|ui\/(\w+\/)?(use-(?!pocket)|calendar-help|say-span))/,
                minShareCount: 2,
                includeDependenciesRecursively: false,
              },
              // Views of a kilobyte or two each.
              { name: "small-views", test: /src\/ui\/(now|table|changes)\// },
              // What judges what is brought in from elsewhere, and takes a schedule in where no worker does; and
              // what settings lead to.
              {
                name: "settings-view",
                test: /src\/(ui\/(conferences|settings|site|travel)\/|store\/(feed-task|take-in|turn-edition|move-rows|follow-renamed|same-edition)|domain\/(arrival|match-again|next-edition|placeholder|same-conference|succession)\.)/,
              },
              // What draws a code for the sheet draws it for the screen.
              {
                name: "paper",
                test: /src\/ui\/print\/(paper|qr)|lean-qr/,
                priority: 1,
                includeDependenciesRecursively: false,
              },
            ],
          },
        },
      },
      modulePreload: {
        polyfill: false,
        // What a later view imports is on the device by then: no list of it in the first load.
        resolveDependencies: (_, dependencies, { hostType }) => (hostType === "html" ? dependencies : []),
      },
    },
    worker: { format: "es" },
    preview: { headers: await siteHeaders("dist", [base]) },
    test: {
      include: ["src/**/*.test.ts", "src/**/*.test.tsx"],
      environment: "node",
      // What hangs fails; what shares its processor with everything else does not.
      testTimeout: 30_000,
    },
  };
});
