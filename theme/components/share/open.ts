import * as common from "../../scripts/common/strings.ts";
import type { services } from "../../scripts/page/services.ts";
import type { ChangedSection, OpenLinkAnswer } from "../../scripts/runtime/worker-protocol.ts";
import { saveWorkbook } from "../../scripts/workbook/save-file.ts";
import type { Workbook } from "../../scripts/workbook/workbook.ts";
import { actionButton, buttonRow, openDialog, paragraph } from "./dialog.ts";
import * as strings from "./strings.ts";

type Services = typeof services;
type Linked = NonNullable<OpenLinkAnswer["linked"]>;

/**
 * Show what a link would change, and ask before anything is replaced.
 *
 * @param ended called with whether its numbers are used now, once the reader has answered or has seen that it can't be used
 */
export async function openLink({ workbook, pyodide, storageReady }: Services, link: string, ended: (isUsed: boolean) => void) {
  let isUsed = false;
  let isRead = false;
  const stop = workbook.watch(() => show());
  const dialog = openDialog(strings.OPEN_TITLE, () => {
    stop();
    if (isRead) ended(isUsed);
  });
  const title = dialog.querySelector("h2");
  const content = document.createElement("div");
  const status = paragraph("", "status");
  const close = actionButton(strings.CLOSE, () => dialog.close(), false);
  dialog.append(content, status);
  let request = 0;

  const tell = (heading: string, ...texts: string[]) => {
    if (title) title.textContent = heading;
    content.replaceChildren(...texts.map((text) => paragraph(text)), buttonRow(close));
    close.focus();
  };

  /** Read the link against what the workbook holds now, which another tab may change. */
  async function show() {
    const id = ++request;
    const asked = { workbook: { ...workbook.book, numbers: workbook.notation }, link };
    const answer = await pyodide.ask("openLink", asked);
    if (id !== request || !dialog.isConnected) return;
    status.textContent = "";
    isRead = answer !== null;
    const { sections, linked, problem } = answer ?? {};
    if (!sections || !linked) {
      tell(strings.NOT_OPENED, problem?.message ?? common.CAUSES[pyodide.failure?.cause ?? "fault"], strings.NOTHING_CHANGED);
    } else if (sections.length === 0) {
      tell(strings.SAME_TITLE, strings.SAME);
    } else {
      const use = actionButton(
        strings.USE,
        () => {
          stop();
          isUsed = true;
          useLinked(workbook, linked);
          dialog.close();
        },
        false,
      );
      const keep = actionButton(strings.KEEP_MINE, () => dialog.close());
      const save = actionButton(strings.SAVE_MINE, () => {
        saveWorkbook(workbook.book);
        status.textContent = strings.SAVED_MINE;
      });
      content.replaceChildren(
        paragraph(strings.OPEN_ASKS),
        ...sections.map(tableOf),
        buttonRow(use, keep, ...(workbook.isBlank ? [] : [save])),
      );
    }
  }

  status.textContent = strings.READING;
  await storageReady;
  pyodide.retry();
  await show();
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
