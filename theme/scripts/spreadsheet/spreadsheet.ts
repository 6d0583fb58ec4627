import { CAUSES, TABLE_NEEDS_LOOK } from "../common/strings.ts";
import type { services } from "../page/services.ts";
import type { Request, SharedRows } from "../runtime/worker-protocol.ts";
import { saveBlob, today } from "../workbook/save-file.ts";
import { type Sheet, xlsx } from "./xlsx.ts";

/** Files for other programs: the workbook as a spreadsheet, and a table as CSV. Loaded when the first is asked for. */

type Python = (typeof services)["pyodide"];

/**
 * Save calculators' sheets as one file, unless none of them has an answer.
 *
 * @param requests what each is computed from, with its title
 * @param tell is called before each, with its place among all
 * @returns the titles of those that gave no sheet, since their numbers need another look; null when Python failed
 */
async function saveSheets(pyodide: Python, requests: (Request & { title: string })[], tell: (title: string, place: number) => void) {
  const sheets: Sheet[] = [];
  const leftOut: string[] = [];
  let overview: Sheet | undefined;
  let sources: Sheet | undefined;
  for (const [i, { title, ...request }] of requests.entries()) {
    tell(title, i + 1);
    const answer = await pyodide.ask("spreadsheet", { ...request, explore: { first: (sources?.rows.length ?? 1) + 1 } });
    if (!answer) return null;
    if (!answer.sheet || !answer.overview || !answer.sources) {
      leftOut.push(title);
      continue;
    }
    sheets.push(answer.sheet);
    overview = joined(overview, answer.overview);
    sources = joined(sources, answer.sources);
  }
  if (overview && sources) saveBlob(`ultimate-gig-workbook-${today()}.xlsx`, await xlsx([overview, ...sheets, sources]));
  return leftOut;
}

/** Add a calculator's rows to a sheet that all share. */
function joined(sheet: Sheet | undefined, { name, widths, head, rows }: SharedRows): Sheet {
  return { name, widths, heads: 1, rows: [...(sheet?.rows ?? [head]), ...rows] };
}

/** Save the table that a button belongs to, or say beside it why not. */
async function saveTable(button: HTMLElement, pyodide: Python, request: Request) {
  pyodide.retry();
  const answer = await pyodide.ask("spreadsheet", { ...request, explore: { csv: true } });
  const table = answer?.tables?.find(({ name }) => name === button.dataset.csv);
  button.parentElement?.querySelector("[role=status]")?.remove();
  if (!table) {
    const said = button.insertAdjacentElement("afterend", document.createElement("span"));
    said?.setAttribute("role", "status");
    said?.append(` ${answer?.errors ? TABLE_NEEDS_LOOK : CAUSES[pyodide.failure?.cause ?? "fault"]}`);
    return;
  }
  saveBlob(`ultimate-gig-${request.calculator}-${table.name}-${today()}.csv`, new Blob([table.csv], { type: "text/csv;charset=utf-8" }));
}

declare global {
  var ugSpreadsheet: { saveSheets: typeof saveSheets; saveTable: typeof saveTable } | undefined;
}

globalThis.ugSpreadsheet = { saveSheets, saveTable };
