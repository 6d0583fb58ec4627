import { frameAddress, type Settings } from "./address.ts";

/** Pixels. A frame is this high until it has said how high it is; nothing that says less or more is believed. */
const [FIRST, LEAST, MOST] = [700, 100, 20_000];

/**
 * Make the frame of a calculator, which stays as high as its content.
 *
 * @param base the address of the site's root
 * @returns null for what is no calculator's id
 */
export function makeFrame(base: string, calculator: string, settings: Settings, title = ""): HTMLIFrameElement | null {
  const address = frameAddress(base, calculator, settings);
  if (!address) return null;
  const frame = document.createElement("iframe");
  frame.src = address;
  frame.title = title || `Calculator by Ultimate Gig: ${calculator.replaceAll("-", " ")}`;
  frame.loading = "lazy";
  frame.allow = "clipboard-write";
  Object.assign(frame.style, { display: "block", width: "100%", height: `${FIRST}px`, border: "0" });
  const listen = ({ source, data }: MessageEvent) => {
    if (!source || source !== frame.contentWindow || data?.type !== "ultimate-gig:height") return;
    if (data.height >= LEAST && data.height <= MOST) frame.style.height = `${data.height}px`;
  };
  addEventListener("message", listen);
  return frame;
}
