import type { Preset } from "@vite-pwa/assets-generator/config";

/** Night behind the lines: the colour of the app's dark scheme. */
const BACKGROUND = "#0d1119";

/** The sizes of the app's icon. The drawing fills its square and keeps to the middle of it, so none is padded. */
export const ICONS: Preset = {
  transparent: { sizes: [64, 192, 512], favicons: [[48, "favicon.ico"]], padding: 0 },
  maskable: { sizes: [512], padding: 0, resizeOptions: { background: BACKGROUND } },
  apple: { sizes: [180], padding: 0, resizeOptions: { background: BACKGROUND } },
};
