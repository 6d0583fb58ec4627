import { assets, folder, loadOnce, pageOf } from "../common/assets.ts";
import * as common from "../common/strings.ts";
import type { services } from "../page/services.ts";
import { actionButton, buttonRow, openDialog, paragraph } from "./dialog.ts";
import { MOST_IN_CODE } from "./qr-limit.ts";
import * as strings from "./strings.ts";

type Services = typeof services;

const ABOUT = "about";

/** The address of a calculator's page, or of the workbook's; null in a folder that does not know where the site is published. */
function addressOf(calculator: string): string | null {
  const path = calculator ? `calculators/${calculator}/` : "workbook/";
  if (folder) return assets?.site ? new URL(path, assets.site).href : null;
  return pageOf(calculator || "workbook")?.url ?? location.href.split("#")[0] ?? null;
}

/** The dialog in which readers choose what goes into a link, and get it. */
class LinkDialog {
  #services;
  #calculator;
  /** Ids of the calculators with numbers of the reader's. */
  #kept;
  #dialog;
  #status = paragraph("", "status");
  #result = document.createElement("div");
  #request = 0;

  /** @param calculator id of the page's own; "" on the workbook's page */
  constructor(services: Services, calculator: string) {
    this.#services = services;
    const { calculators } = services.workbook.book;
    this.#kept = Object.keys(calculators).filter((id) => pageOf(id) && Object.keys(services.workbook.inputs(id)).length > 0);
    this.#calculator = this.#kept.includes(calculator) ? calculator : "";
    this.#dialog = openDialog(strings.SHARE_TITLE);
    if (this.#kept.length === 0) {
      this.#dialog.append(paragraph(strings.NOTHING_YET), buttonRow(this.#closeButton()));
      return;
    }
    const choice = this.#choice();
    this.#dialog.append(choice, this.#status, this.#result, buttonRow(this.#closeButton()));
    choice.addEventListener("change", () => this.#make(choice));
    this.#make(choice);
  }

  #closeButton() {
    return actionButton(strings.CLOSE, () => this.#dialog.close());
  }

  /** The choice of this calculator, all, or some; and whether the answers about the reader go along. */
  #choice() {
    const form = document.createElement("form");
    const set = document.createElement("fieldset");
    set.append(Object.assign(document.createElement("legend"), { textContent: strings.WHAT_GOES_IN }));
    if (this.#calculator) set.append(box("radio", "which", "this", strings.thisOne(titleOf(this.#calculator)), true));
    set.append(box("radio", "which", "all", strings.allOf(this.#kept.length), !this.#calculator));
    if (this.#kept.length > 1) set.append(box("radio", "which", "some", strings.CHOOSE, false));
    const list = document.createElement("div");
    list.className = "ug-dialog-list";
    list.append(...this.#kept.map((id) => box("checkbox", "part", id, titleOf(id), id === (this.#calculator || id))));
    set.append(list);
    const { about, sign } = this.#services.workbook.book;
    if (about?.country || sign) set.append(box("checkbox", ABOUT, ABOUT, strings.ABOUT_YOU, true));
    form.append(set);
    form.addEventListener("submit", (event) => event.preventDefault());
    return form;
  }

  #parts(form: HTMLFormElement) {
    const data = new FormData(form);
    const which = data.get("which");
    form.classList.toggle("ug-choosing", which === "some");
    const chosen = which === "this" ? [this.#calculator] : which === "all" ? this.#kept : data.getAll("part").map(String);
    return data.has(ABOUT) ? [...chosen, ABOUT] : chosen;
  }

  async #make(form: HTMLFormElement) {
    const { pyodide, workbook } = this.#services;
    const id = ++this.#request;
    const parts = this.#parts(form);
    this.#status.textContent = strings.MAKING;
    pyodide.retry();
    const answer = await pyodide.ask("link", { workbook: { ...workbook.book, numbers: workbook.notation }, parts });
    if (id !== this.#request || !this.#dialog.isConnected) return;
    this.#status.textContent = answer?.problem?.message ?? (answer ? "" : common.CAUSES[pyodide.failure?.cause ?? "fault"]);
    this.#result.replaceChildren();
    const only = parts.filter((part) => part !== ABOUT);
    if (answer?.link) this.#show(answer.link, only.length === 1 ? (only[0] ?? "") : "");
  }

  /** @param calculator the one whose page the link opens; "" for the workbook's page */
  #show(fragment: string, calculator: string) {
    const address = addressOf(calculator);
    const text = address === null ? fragment : `${address}#${fragment}`;
    const label = Object.assign(document.createElement("label"), { className: "ug-label", htmlFor: "ug-shared-link" });
    label.textContent = address === null ? strings.THE_TEXT : strings.THE_LINK;
    const field = Object.assign(document.createElement("textarea"), { id: "ug-shared-link", value: text, readOnly: true, rows: 3 });
    field.className = "ug-dialog-link";
    const copy = actionButton(strings.COPY, () => this.#copy(field), false);
    const code = actionButton(strings.SHOW_CODE, () => this.#showCode(text, titleOf(calculator || "workbook")));
    const notes = [strings.WHO_SEES, ...(address === null ? [strings.NO_ADDRESS] : [])].map((note) => paragraph(note));
    this.#result.append(label, field, buttonRow(copy, ...(address === null ? [] : [code])), ...notes);
  }

  async #copy(field: HTMLTextAreaElement) {
    try {
      await navigator.clipboard.writeText(field.value);
      this.#status.textContent = strings.COPIED;
    } catch {
      field.select();
      this.#status.textContent = strings.NOT_COPIED; // at file://, or where the reader forbids it
    }
  }

  async #showCode(link: string, title: string) {
    if (link.length > MOST_IN_CODE) {
      this.#status.textContent = strings.codeTooLong(link.length, MOST_IN_CODE);
      return;
    }
    this.#status.textContent = "";
    const draw = await loadOnce("ugQr");
    this.#result.querySelector("figure")?.remove();
    const figure = document.createElement("figure");
    figure.className = "ug-code";
    const caption = Object.assign(document.createElement("figcaption"), { textContent: strings.codeOf(title) });
    const enlarge = actionButton(strings.ENLARGE, () => {
      const isLarge = this.#dialog.classList.toggle("ug-dialog-large");
      enlarge.textContent = isLarge ? strings.SHRINK : strings.ENLARGE;
    });
    figure.append(
      draw(link, strings.codeOf(title)),
      caption,
      buttonRow(
        enlarge,
        actionButton(strings.PRINT_CODE, () => print()),
      ),
    );
    this.#result.append(figure);
    enlarge.scrollIntoView({ block: "nearest" });
  }
}

const titleOf = (id: string) => pageOf(id)?.title ?? id;

/** A labeled radio button or checkbox. */
function box(type: "radio" | "checkbox", name: string, value: string, text: string, checked: boolean) {
  const label = document.createElement("label");
  label.className = "ug-dialog-choice";
  label.append(Object.assign(document.createElement("input"), { type, name, value, checked, autocomplete: "off" }), text);
  return label;
}

export function shareNumbers(services: Services, calculator: string) {
  new LinkDialog(services, calculator);
}
