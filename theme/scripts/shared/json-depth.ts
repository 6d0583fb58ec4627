/** Deeper than any workbook. Python's own limit cannot be relied on in the browser: WebAssembly's stack ends before it. */
const DEEPEST = 40;

/**
 * Whether a text is nested too deep to be handed on.
 *
 * @param json sound or not
 */
export function isTooDeep(json: string) {
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/gs)) {
    if (token === "[" || token === "{") depth++;
    else if (token === "]" || token === "}") depth--;
    if (depth > DEEPEST) return true;
  }
  return false;
}
