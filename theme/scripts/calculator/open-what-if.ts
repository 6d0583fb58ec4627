import { loadOnce } from "../common/assets.ts";
import { pyodide, workbook } from "../page/services.ts";
import type { Inputs, Request } from "../runtime/worker-protocol.ts";
import { morph } from "./morph.ts";
import { Pictures } from "./pictures.ts";

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
