// Makes modules that Node runs of TypeScript sources: node modules.mjs OUT SOURCE...
import { build } from "esbuild";

const [out = "", ...sources] = process.argv.slice(2);
await build({ entryPoints: sources, outdir: out, bundle: true, splitting: true, format: "esm", platform: "node", logLevel: "warning" });
