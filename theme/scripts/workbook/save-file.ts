import type { Book } from "../runtime/worker-protocol.ts";
/** Download a text as a file. */
export function saveFile(name: string, text: string, type = "application/json") {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Download a workbook as a file named after the local date. */
export function saveWorkbook(book: Book) {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  saveFile(`ultimate-gig-workbook-${day}.json`, JSON.stringify(book, null, 2));
}
