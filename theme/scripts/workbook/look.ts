import { NAME } from "../page/color-switch.ts";

declare global {
  /** The site's address, from which Material makes the names of what it stores. */
  var __md_scope: URL | undefined;
}

/** Forget whether the reader chose the light or the dark page. The page keeps its look until it is loaded again. */
export function forgetLook() {
  try {
    localStorage.removeItem(`${globalThis.__md_scope?.pathname}.${NAME}`);
  } catch {
    // nothing can be stored there either
  }
}
