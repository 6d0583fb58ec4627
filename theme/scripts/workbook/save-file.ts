import type { Book } from "../runtime/worker-protocol.ts";

/** Download a text as a file. */
export function saveFile(name: string, text: string, type = "application/json") {
  saveBlob(name, new Blob([text], { type }));
}

/** Download a file. */
export function saveBlob(name: string, content: Blob) {
  const url = URL.createObjectURL(content);
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
  saveFile(`ultimate-gig-workbook-${today()}.json`, JSON.stringify(book, null, 2));
}

/** The local date: 2027-01-31. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
