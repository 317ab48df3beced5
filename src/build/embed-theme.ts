import { basename } from "node:path";
import type { Plugin } from "vite";
import { TOKENS, themeOf } from "./colours";
import type { Organiser } from "./organiser";

const IMPORT = `@import "./${basename(TOKENS)}" layer(tokens);`;

/**
 * Puts the organiser's colours into the look: the theme's own file in their place, at the end of the sheet that
 * takes it in, as no import may follow a rule. Its layer's order is what the sheet's first line says.
 */
export function embedTheme({ colours }: Organiser): Plugin {
  const theme = themeOf(colours);
  return {
    name: "trackside:embed-theme",
    enforce: "pre",
    transform(code, id) {
      if (Object.keys(colours).length === 0 || !/\/look\.css(\?|$)/.test(id)) return null;
      if (!code.includes(IMPORT)) throw new Error("The look does not take in the theme as it did.");
      return `${code.replace(IMPORT, "")}\n@layer tokens {\n${theme}\n}\n`;
    },
  };
}
