import type { Preset } from "@vite-pwa/assets-generator/config";
import type { Organiser } from "./organiser";
import { paperOf } from "./paper";

/**
 * The sizes of the app's icon. Its own drawing fills its square and keeps to the middle of it, so none is padded,
 * with night behind the lines; an organiser's logo may do neither: it stands whole, on the ground by day.
 */
export function iconsOf({ logo, colours }: Organiser): Preset {
  const [padding, background] =
    logo === undefined ? [0, paperOf("dark", colours)] : [0.2, paperOf("light", colours)];
  const filled = { padding, resizeOptions: { background } };
  return {
    transparent: { sizes: [64, 192, 512], favicons: [[48, "favicon.ico"]], padding: 0 },
    maskable: { sizes: [512], ...filled },
    apple: { sizes: [180], ...filled },
  };
}
