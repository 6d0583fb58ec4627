import { morph } from "../../scripts/calculator/morph.ts";
import { pyodide, workbook } from "../../scripts/calculator/services.ts";
import { loadOnce } from "../../scripts/common/assets.ts";
import type { Inputs, Request } from "../../scripts/runtime/worker-protocol.ts";
import { Pictures } from "../chart/pictures.ts";

/**
 * Load the panel's script when a panel is first opened, and pass it the page's services.
 *
 * @param inputs everything that the form shows
 */
export async function openWhatIf(panel: HTMLDetailsElement, inputs: () => Inputs, request: () => Request) {
  const open = await loadOnce("ugWhatIf");
  const pictures = (slot: Element) => new Pictures(slot);
  const opened = open(panel, { request, inputs, morph, pictures, pyodide, workbook });
  opened.refresh();
  return opened;
}
