import { makeFrame } from "./make-frame.ts";

/**
 * The script that a site's author puts where a calculator is to be. It adds the calculator's frame there.
 *
 *     <script src="https://…/embed.js" data-calculator="net-hourly" data-country="us" async></script>
 */

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const { calculator = "", country, scheme, accent, inputs, link } = script.dataset;
  const frame = makeFrame(script.src, calculator, { country, scheme, accent, inputs, link }, script.title);
  if (frame) script.after(frame);
  else console.warn("Ultimate Gig: data-calculator names no calculator");
}
