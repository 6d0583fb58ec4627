/** Hand the reader a file. @param {string} name @param {string} text */
export function saveFile(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A workbook as a file, named after the reader's own calendar day. @param {import("../runtime/messages.js").Book} book */
export function saveWorkbook(book) {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  saveFile(`ultimate-gig-workbook-${day}.json`, JSON.stringify(book, null, 2));
}
