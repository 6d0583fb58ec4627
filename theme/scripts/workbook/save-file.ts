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

/** Download a workbook as a file named after it and the local date. */
export function saveWorkbook(book: Book) {
  saveFile(workbookFile(book.name, today()), JSON.stringify(book, null, 2));
}

/** The file's name: "ultimate-gig-workbook-if-we-moved-2027-01-31.json". */
export function workbookFile(name: string | undefined, day: string) {
  const words =
    String(name ?? "")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return `${["ultimate-gig-workbook", ...words, day].join("-")}.json`;
}

/** The local date: 2027-01-31. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
