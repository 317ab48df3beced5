import react from "@vitejs/plugin-react";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { embedSite } from "./src/build/embed-site";
import { embedFirstScreen } from "./src/build/first-screen";
import { ICONS } from "./src/build/icons";
import { inlineStyles } from "./src/build/inline-styles";
import { manifestOf } from "./src/build/manifest";
import { preloadFonts } from "./src/build/preload-fonts";
import { siteHeaders } from "./src/build/security-headers";
import { BuildStop, readSite } from "./src/build/site";
import { stampBuild } from "./src/build/stamp";

async function siteOrStop() {
  try {
    return await readSite(process.env);
  } catch (error) {
    if (!(error instanceof BuildStop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

export default defineConfig(async (): Promise<ViteUserConfig> => {
  const site = await siteOrStop();
  const { base } = site;
  const builtAt = new Date();
  return {
    base,
    plugins: [
      react(),
      embedSite(site, builtAt),
      embedFirstScreen(site, builtAt),
      preloadFonts(base),
      inlineStyles(),
      VitePWA({
        strategies: "injectManifest",
        srcDir: "src/sw",
        filename: "sw.ts",
        injectRegister: false,
        registerType: "prompt",
        base,
        scope: base,
        manifest: manifestOf(site),
        pwaAssets: {
          image: "public/icon.svg",
          preset: ICONS,
          includeHtmlHeadLinks: true,
          injectThemeColor: false,
        },
        injectManifest: {
          globPatterns: [
            "**/*.{html,js,css,woff2}",
            "assets/*.ics",
            "icon.svg",
            "favicon.ico",
            "pwa-192x192.png",
            "badge.png",
          ],
          rollupFormat: "iife",
          globIgnores: ["screenshots/**", "_headers"],
          // The feed is one of the files; the page takes none that is larger.
          maximumFileSizeToCacheInBytes: 32 * 2 ** 20,
        },
        includeManifestIcons: false,
      }),
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
                test: /lucide-react|src\/(domain\/(?!agenda-code|arrival|bits|find-agenda|fingerprint|match-again|next-edition|placeholder|same-conference|succession|url-text|utf8)|reminders|feed\/stable-key|store\/(entries|friends|notes|remove-conference|visits)|ui\/(parts|keyboard)|ui\/(\w+\/)?(use-|calendar-help))/,
                minShareCount: 2,
                includeDependenciesRecursively: false,
              },
              // Views of a kilobyte or two each.
              { name: "small-views", test: /src\/ui\/(now|table|changes)\// },
              // Both judge what is brought in from elsewhere.
              { name: "settings-view", test: /src\/ui\/(settings|travel)\// },
              // With what takes a schedule in where no worker does: one that is brought in, or was held back.
              {
                name: "conferences-view",
                test: /src\/(ui\/conferences\/|store\/(feed-task|take-in|turn-edition|move-rows|follow-renamed|same-edition)|domain\/(arrival|match-again|next-edition|placeholder|same-conference|succession)\.)/,
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
    test: { include: ["src/**/*.test.ts", "src/**/*.test.tsx"], environment: "node" },
  };
});
