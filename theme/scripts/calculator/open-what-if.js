import { python } from "../runtime/python.js";
import { late } from "../shared/assets.js";
import { workbook } from "../workbook/workbook.js";
import { paint } from "./outcome.js";
import { Pictures } from "./pictures.js";

/**
 * Fetch the panel's script when a panel is first opened, and give it what the page has one of.
 *
 * @param {HTMLDetailsElement} panel @param {() => import("../runtime/messages.js").Inputs} inputs everything that the form shows
 * @param {() => import("../runtime/messages.js").Request} request
 */
export async function openWhatIf(panel, inputs, request) {
  /** @type {import("./what-if.js").Open} */
  const open = await late("what-if", "ugWhatIf");
  const pictures = (/** @type {Element} */ slot) => new Pictures(slot);
  const opened = open(panel, { request, inputs, paint, pictures, python, workbook });
  opened.refresh();
  return opened;
}
