// The scripts of the pages in Node.
import path from "node:path";
import { build } from "esbuild";

/** Import a TypeScript module of theme/scripts, such as "common/notation.ts". @param {string} name */
export async function importScript(name) {
  const source = path.resolve(import.meta.dirname, "../../theme/scripts", name);
  const { outputFiles } = await build({ entryPoints: [source], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`);
}
