import { makeButton } from "../common/buttons.ts";

/** The dialog that is open. */
let current: HTMLDialogElement | null = null;

/**
 * Open a modal dialog with a title. The browser closes it with Escape; Back leads to another page and closes it too.
 *
 * @param closed called when it has been closed in whatever way
 */
export function openDialog(title: string, closed: () => void = () => {}) {
  current?.close();
  const dialog = document.createElement("dialog");
  dialog.className = "ug-dialog md-typeset";
  const heading = Object.assign(document.createElement("h2"), { textContent: title, id: "ug-dialog-title" });
  dialog.setAttribute("aria-labelledby", heading.id);
  const close = () => dialog.close();
  dialog.addEventListener("close", () => {
    removeEventListener("popstate", close);
    dialog.remove();
    if (current === dialog) current = null;
    closed();
  });
  addEventListener("popstate", close);
  dialog.append(heading);
  document.body.append(dialog);
  dialog.showModal();
  current = dialog;
  return dialog;
}

/** A paragraph, in a live region if it is a status. */
export function paragraph(text: string, role?: "status") {
  const part = Object.assign(document.createElement("p"), { textContent: text });
  if (role) {
    part.className = "ug-status";
    part.setAttribute("role", role);
  }
  return part;
}

/** A button with what it does; a quiet one is not the dialog's main one. */
export function actionButton(label: string, act: () => void, quiet = true) {
  const button = makeButton(label, "share");
  button.classList.toggle("ug-quiet", quiet);
  button.addEventListener("click", act);
  return button;
}

/** Put buttons into a row. */
export function buttonRow(...buttons: HTMLElement[]) {
  const row = document.createElement("p");
  row.className = "ug-dialog-buttons";
  row.append(...buttons);
  return row;
}
