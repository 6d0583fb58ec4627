import { LocalEntries } from "../workbook/entries.ts";
import type { FromFrame, ToFrame } from "../workbook/iframe-storage.ts";
import { KEY, LocalWorkbookStorage } from "../workbook/storage.ts";

/** The page in the hidden frame, whose storage holds the workbook for all pages of the folder. workbook/iframe-storage.ts is its client. */

const storage = new LocalWorkbookStorage();
const entries = new LocalEntries();

const say = (message: FromFrame) => parent.postMessage(message, "*");

addEventListener("message", async ({ source, data }: MessageEvent<ToFrame | undefined>) => {
  if (source !== parent) return;
  if (data?.storage === "write") say({ storage: "written", text: data.text, result: storage.write(data.text) });
  else if (data?.storage === "read") say({ storage: "changed", read: storage.read() ?? null });
  else if (data?.storage === "record") storage.record(data.text);
  else if (data?.storage === "all") say({ storage: "all", entries: await entries.all() });
  else if (data?.storage === "put") say({ storage: "done", isDone: await entries.put(data.changes) });
  else if (data?.storage === "quarantine") storage.quarantine(data.text);
  else if (data?.storage === "clear") {
    storage.clear();
    storage.write(data.empty);
  }
});
storage.watch(() => say({ storage: "changed", read: storage.read() ?? null }));
const read = storage.read();
if (read !== undefined) {
  say({ storage: "hello", read, quarantined: storage.quarantined(), seen: localStorage.getItem(`${KEY}.seen`) });
}
