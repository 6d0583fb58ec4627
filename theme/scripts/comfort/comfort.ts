import type { Parts } from "../calculator/parts.ts";
import { pyodide, workbook } from "../calculator/services.ts";
import { loadOnce } from "../common/assets.ts";
import type { Request } from "../runtime/worker-protocol.ts";
import { actionButton, buttonRow, openDialog, paragraph } from "../share/dialog.ts";
import { saveWorkbook } from "../workbook/save-file.ts";
import { addRow, markAdded } from "./add-row.ts";
import { showMarks } from "./marks.ts";
import { labelOf, resultText } from "./result-text.ts";
import { moveSliders, startSliders } from "./sliders.ts";
import * as strings from "./strings.ts";
import { noteUse, showInTitle } from "./title.ts";

/** What a calculator offers beside its numbers. Loaded with Python's first answer, or by a button that needs it. */

/** The parts of each calculator that is followed, as of its last answer. */
const followed = new WeakMap<HTMLElement, Parts>();

/** Show what an answer changed: the page's title, the marks at the fields, and the sliders. */
function answered(root: HTMLElement, parts: Parts) {
  if (!root.isConnected || "play" in root.dataset) return;
  const isNew = !followed.has(root);
  followed.set(root, parts);
  if (isNew) follow(root);
  markAdded(parts.outcome);
  show(root);
}

function follow(root: HTMLElement) {
  startSliders(root);
  requestAnimationFrame(() => measure(root));
  if (root.contains(document.activeElement?.closest("[data-field]") ?? null)) noteUse(root);
  for (const type of ["input", "change"]) {
    root.addEventListener(type, () => {
      noteUse(root);
      queueMicrotask(() => show(root));
    });
  }
}

/** Lay out what is far from the screen once, so that it keeps its true height: a jump to a button below it then misses nothing. */
function measure(root: HTMLElement) {
  const parts = [...root.querySelectorAll<HTMLElement>(".ug-form, .ug-outcome-rest")];
  const skipped = parts.filter((part) => part.getBoundingClientRect().top > innerHeight); // what is on the screen would vanish for a frame
  for (const { style } of skipped) style.contentVisibility = "visible";
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      for (const { style } of skipped) style.contentVisibility = "";
    }),
  );
}

function show(root: HTMLElement) {
  const parts = followed.get(root);
  if (!parts || !root.isConnected) return;
  moveSliders(root);
  showMarks(root, parts);
  showInTitle(root, parts);
}

/**
 * Do what a button of a calculator is for.
 *
 * @param request returns what Python would compute now
 */
async function act(button: HTMLButtonElement, root: HTMLElement, parts: Parts, request: () => Request) {
  const { action, choose, target = "", prefill = "" } = button.dataset;
  const { changes, form, outcome, status } = parts;
  if (choose) {
    status.notice(...addRow(JSON.parse(choose)));
    markAdded(outcome);
  } else if (action === "reading") takeReading(button, root);
  else if (action === "restore-prefill") changes.replace(strings.prefillRestored(prefill), () => form.touched.delete(target));
  else if (action === "detach-prefill") changes.replace(strings.prefillDetached(prefill), () => form.touched.add(target));
  else if (action === "reset") resetField(button, root, parts);
  else if (action === "reset-all") resetAll(button, parts);
  else if (action === "copy") copyResult(button, resultText(root, parts));
  else if (action === "csv") (await loadOnce("ugSpreadsheet")).saveTable(button, pyodide, request());
  else if (action === "save-file") setTimeout(() => saveWorkbook(workbook.book)); // a change of the form is kept before that
}

/** Put the chosen meaning of an ambiguous text into its box. */
function takeReading({ dataset }: HTMLElement, within: Element) {
  const control = within.querySelector(`[name="${CSS.escape(dataset.target ?? "")}"]`);
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return;
  control.value = dataset.text ?? "";
  control.focus();
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

function resetField(button: HTMLButtonElement, root: HTMLElement, { changes, form }: Parts) {
  const { target = "" } = button.dataset;
  const field = button.closest("[data-field]");
  const box = field?.querySelector<HTMLElement>("[name]");
  const isByKey = button.matches(":focus-visible");
  if (document.activeElement !== button && field?.contains(document.activeElement)) (document.activeElement as HTMLElement).blur(); // its box would stay as it is
  changes.replace(strings.wasReset(labelOf(field)), () => {
    form.touched.delete(target);
    form.reset(target);
  });
  show(root);
  if (isByKey) box?.focus();
}

function resetAll(button: HTMLButtonElement, { changes, form }: Parts) {
  if (form.touched.size === 0) return say(button, strings.NOTHING_TO_RESET);
  say(button, "");
  changes.replace(strings.ALL_RESET, () => form.write({}));
}

async function copyResult(button: HTMLButtonElement, text: string | null) {
  if (text === null) return say(button, strings.NO_RESULT);
  try {
    await navigator.clipboard.writeText(text);
    say(button, strings.COPIED);
  } catch {
    showText(text); // where the browser or the reader forbids it, and in some browsers at file://
  }
}

/** Show a text in a dialog, selected. */
function showText(text: string) {
  const dialog = openDialog(strings.COPY_TITLE);
  const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, rows: 12, className: "ug-dialog-link" });
  field.setAttribute("aria-label", strings.COPY_TITLE);
  dialog.append(paragraph(strings.NOT_COPIED, "status"), field, buttonRow(actionButton(strings.CLOSE, () => dialog.close())));
  field.focus();
  field.select();
  field.scrollTop = 0;
}

/** Say something below the row of buttons. */
function say(button: HTMLElement, text: string) {
  const place = button.parentElement?.querySelector("[role=status]");
  if (place) place.textContent = text;
}

declare global {
  var ugComfort: { answered: typeof answered; act: typeof act } | undefined;
}

globalThis.ugComfort = { answered, act };
