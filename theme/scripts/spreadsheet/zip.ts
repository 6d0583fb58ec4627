import { type Zippable, zipSync } from "fflate/browser";

/**
 * What the bundle has in place of fflate, whose `zip` starts workers for large files, which a page on file:// may not do. A workbook is
 * packed in milliseconds.
 */

export { strToU8, zipSync } from "fflate/browser";

export function zip(files: Zippable, done: (error: null, packed: Uint8Array) => void) {
  done(null, zipSync(files));
}
