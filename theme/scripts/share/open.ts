import * as common from "../common/strings.ts";
import type { services } from "../page/services.ts";
import type { ChangedSection, OpenLinkAnswer } from "../runtime/worker-protocol.ts";
import { saveWorkbook } from "../workbook/save-file.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { actionButton, buttonRow, openDialog, paragraph } from "./dialog.ts";
import * as strings from "./strings.ts";

type Services = typeof services;
type Linked = NonNullable<OpenLinkAnswer["linked"]>;

/** The dialog that shows what a link would change, and asks before anything is replaced. */
class OpenDialog {
  #services;
  #link;
  #dialog;
  #content = document.createElement("div");
  #status = paragraph(strings.READING, "status");
  #stop;
  #request = 0;
  /** Whether Python has read the link; if not, it stays in the address. */
  #isRead = false;
  #isUsed = false;

  /** @param ended called when it was closed after the link was read, with whether its numbers are used now */
  constructor(services: Services, link: string, ended: (isUsed: boolean) => void) {
    this.#services = services;
    this.#link = link;
    this.#stop = services.workbook.watch(() => this.show()); // another tab may change what there is to replace
    this.#dialog = openDialog(strings.OPEN_TITLE, () => {
      this.#stop();
      if (this.#isRead) ended(this.#isUsed);
    });
    this.#dialog.append(this.#content, this.#status);
  }

  /** Read the link against what the workbook holds now. */
  async show() {
    const { workbook, pyodide } = this.#services;
    const id = ++this.#request;
    const answer = await pyodide.ask("openLink", { workbook: { ...workbook.book, numbers: workbook.notation }, link: this.#link });
    if (id !== this.#request || !this.#dialog.isConnected) return;
    this.#status.textContent = "";
    this.#isRead = answer !== null;
    const { sections, linked, problem } = answer ?? {};
    if (!sections || !linked) {
      this.#tell(strings.NOT_OPENED, problem?.message ?? common.CAUSES[pyodide.failure?.cause ?? "fault"], strings.NOTHING_CHANGED);
    } else if (sections.length === 0) {
      this.#tell(strings.SAME_TITLE, strings.SAME);
    } else {
      this.#ask(sections, linked);
    }
  }

  #tell(title: string, ...texts: string[]) {
    const heading = this.#dialog.querySelector("h2");
    if (heading) heading.textContent = title;
    const close = actionButton(strings.CLOSE, () => this.#dialog.close(), false);
    this.#content.replaceChildren(...texts.map((text) => paragraph(text)), buttonRow(close));
    close.focus();
  }

  #ask(sections: ChangedSection[], linked: Linked) {
    const { workbook } = this.#services;
    const use = () => {
      this.#stop();
      this.#isUsed = true;
      useLinked(workbook, linked);
      this.#dialog.close();
    };
    const save = () => {
      saveWorkbook(workbook.book);
      this.#status.textContent = strings.SAVED_MINE;
    };
    const buttons = [actionButton(strings.USE, use, false), actionButton(strings.KEEP_MINE, () => this.#dialog.close())];
    if (!workbook.isBlank) buttons.push(actionButton(strings.SAVE_MINE, save));
    this.#content.replaceChildren(paragraph(strings.OPEN_ASKS), ...sections.map(tableOf), buttonRow(...buttons));
  }
}

/**
 * Show what a link would change, and ask before anything is replaced.
 *
 * @param ended called with whether its numbers are used now, once the reader has answered or has seen that it can't be used
 */
export async function openLink(services: Services, link: string, ended: (isUsed: boolean) => void) {
  const dialog = new OpenDialog(services, link, ended);
  await services.storageReady;
  services.pyodide.retry();
  await dialog.show();
}

/** Put the inputs of a link in place of those that it replaces. */
function useLinked(workbook: Workbook, { calculators, about, sign }: Linked) {
  const { book, notation } = workbook;
  const pages = Object.entries(calculators).map(([id, { inputs }]) => [id, { ...book.calculators[id], inputs }]);
  workbook.replace({
    ...book,
    ...(about?.country && { about, sign: undefined }),
    ...(sign && { sign }),
    numbers: notation,
    calculators: { ...book.calculators, ...Object.fromEntries(pages) },
  });
}

/** The changes of one calculator. */
function tableOf({ title, changes, more }: ChangedSection) {
  const table = document.createElement("table");
  table.className = "ug-changes";
  table.createCaption().textContent = title;
  const head = table.createTHead().insertRow();
  for (const name of [strings.FIELD, strings.NOW, strings.THEN]) head.append(headCell(name, "col"));
  const body = table.createTBody();
  for (const { label, old, new: becomes } of changes) {
    const row = body.insertRow();
    row.append(headCell(label, "row"));
    row.insertCell().textContent = old;
    row.insertCell().textContent = becomes;
  }
  if (more) {
    const cell = body.insertRow().insertCell();
    cell.colSpan = 3;
    cell.textContent = strings.more(more);
  }
  return table;
}

function headCell(text: string, scope: "col" | "row") {
  return Object.assign(document.createElement("th"), { scope, textContent: text });
}
