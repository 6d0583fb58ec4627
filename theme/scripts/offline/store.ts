import type { FromFrame, ToFrame } from "../workbook/frame-shelf.ts";
import { KEY, LocalShelf } from "../workbook/shelves.ts";

/** The page in the hidden frame: its storage holds the workbook for all pages of the folder. See workbook/frame-shelf.ts for the other side. */

const shelf = new LocalShelf();

const say = (message: FromFrame) => parent.postMessage(message, "*");

addEventListener("message", ({ source, data }: MessageEvent<ToFrame | undefined>) => {
  if (source !== parent) return;
  if (data?.shelf === "write") say({ shelf: "written", text: data.text, result: shelf.write(data.text) });
  else if (data?.shelf === "read") say({ shelf: "changed", read: shelf.read() ?? null });
  else if (data?.shelf === "aside") shelf.putAside(data.text);
  else if (data?.shelf === "clear") {
    shelf.clear();
    shelf.write(data.empty);
  }
});
shelf.watch(() => say({ shelf: "changed", read: shelf.read() ?? null }));
const read = shelf.read();
if (read !== undefined) {
  say({ shelf: "hello", read, asides: shelf.asides(), seen: localStorage.getItem(`${KEY}.seen`) });
}
