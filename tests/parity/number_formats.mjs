// Writes numbers as the platform does in each locale. Standard input: {"locales": [...], "values": [...]}; standard output: a JSON list of
// {locale, notation, value, text, amount}, where notation is what theme/scripts/common/notation.ts takes to be usual there.
import { readFileSync } from "node:fs";
import { importScript } from "../../pipeline/node/typescript.mjs";

const { usualNotation } = await importScript("common/notation.ts");
const { locales, values } = JSON.parse(readFileSync(0, "utf-8"));
const written = [];
for (const locale of locales) {
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const money = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" });
  const notation = usualNotation(locale);
  for (const value of values) written.push({ locale, notation, value, text: plain.format(value), amount: money.format(value) });
}
process.stdout.write(JSON.stringify(written));
