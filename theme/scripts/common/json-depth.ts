/** Deeper than any workbook. In the browser, WebAssembly's stack overflows before Python's own recursion limit. */
const DEEPEST = 40;

/** Whether a JSON text, valid or not, is nested too deep for Python. */
export function isTooDeep(json: string) {
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/gs)) {
    if (token === "[" || token === "{") depth++;
    else if (token === "]" || token === "}") depth--;
    if (depth > DEEPEST) return true;
  }
  return false;
}
