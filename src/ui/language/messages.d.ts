/** The English messages, which the build writes into one file for all languages: `build/slim-catalogues.ts`. */
declare module "virtual:messages" {
  export const messages: readonly string[];
}
