type Module = typeof import("./paper");

let module: Module | null = null;

/** The code of what is printed, where it has come; the browser asks for the page to print and waits for nothing. */
export function loadedPaper(): Module | null {
  return module;
}

/** Fetches the code of what is printed; without it, the page is printed as it is shown. */
export async function loadPaper(): Promise<void> {
  module ??= await import("./paper").catch(() => null);
}
