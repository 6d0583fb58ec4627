import { encode } from "uqr";

const SVG = "http://www.w3.org/2000/svg";
/** Modules of white around a code. */
const QUIET_ZONE = 4;

/** Draw a QR code of a text of at most MOST_IN_CODE bytes, at the error correction level M: black on white in every color scheme. */
function drawCode(text: string, label: string): SVGSVGElement {
  const { size, data } = encode(text, { ecc: "M", border: QUIET_ZONE });
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  const paper = document.createElementNS(SVG, "rect");
  paper.setAttribute("width", String(size));
  paper.setAttribute("height", String(size));
  paper.setAttribute("fill", "#fff");
  const ink = document.createElementNS(SVG, "path");
  ink.setAttribute("d", data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join(""));
  ink.setAttribute("fill", "#000");
  svg.append(paper, ink);
  return svg;
}

declare global {
  var ugQr: typeof drawCode | undefined;
}

globalThis.ugQr = drawCode;
