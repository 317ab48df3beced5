import type { Examined } from "./examined";
import type { Finding } from "./finding";

/** Everything that is looked at, each by its own rule; no rule takes more than one pass over sessions in order. */
export const RULES: readonly ((feed: Examined) => readonly Finding[])[] = [];
