/** A reason, in one sentence or in one a line, why no site can be built. */
export class BuildStop extends Error {}
