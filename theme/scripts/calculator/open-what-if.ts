import type { Inputs, Request } from "../runtime/messages.ts";
import { python } from "../runtime/python.ts";
import { late } from "../shared/assets.ts";
import { workbook } from "../workbook/workbook.ts";
import { paint } from "./outcome.ts";
import { Pictures } from "./pictures.ts";

/**
 * Fetch the panel's script when a panel is first opened, and give it what the page has one of.
 *
 * @param inputs everything that the form shows
 */
export async function openWhatIf(panel: HTMLDetailsElement, inputs: () => Inputs, request: () => Request) {
  const open = await late("what-if", "ugWhatIf");
  const pictures = (slot: Element) => new Pictures(slot);
  const opened = open(panel, { request, inputs, paint, pictures, python, workbook });
  opened.refresh();
  return opened;
}
