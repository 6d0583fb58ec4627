import * as common from "../common/strings.ts";
import type { services } from "../page/services.ts";
import { saveFile } from "../workbook/save-file.ts";
import { shareNumbers } from "./make.ts";
import { openLink } from "./open.ts";
import * as strings from "./strings.ts";

/** Links with numbers, the calendar file and printing. Loaded when a page is opened by such a link, or when one of the buttons is pressed. */

type Services = typeof services;

/** Write beside a button what has become of it. */
function say(button: HTMLElement, text: string) {
  const status = button.closest(".ug-share, .ug-workbook")?.querySelector('[data-slot="share-status"]');
  if (status) status.textContent = text;
}

async function saveDates({ workbook, pyodide }: Services, button: HTMLElement) {
  say(button, strings.CALENDAR_COMES);
  pyodide.retry();
  const answer = await pyodide.ask("calendar", { workbook: { ...workbook.book, numbers: workbook.notation } });
  if (!answer?.text) return say(button, answer?.problem?.message ?? common.CAUSES[pyodide.failure?.cause ?? "fault"]);
  saveFile("ultimate-gig.ics", answer.text, "text/calendar");
  say(button, strings.calendarDone(answer.steps ?? 0, answer.payments ?? 0));
}

/** Open the link that was pasted into the box before a button. */
function openPasted(services: Services, button: HTMLElement) {
  const box = button.parentElement?.querySelector<HTMLInputElement>("input");
  const link = box?.value.trim() ?? "";
  if (!link) {
    say(button, strings.PASTE_FIRST);
    return box?.focus();
  }
  openLink(services, link, (isUsed) => {
    if (box) box.value = "";
    say(button, isUsed ? strings.IS_USED : strings.NOTHING_CHANGED);
  });
}

/** Take the numbers out of the address bar and of this page's entry in the history. */
function removeFragment() {
  history.replaceState(history.state, "", location.href.split("#")[0]);
}

/** @param button what was pressed; without one, the link in the address is opened */
function share(services: Services, button?: HTMLElement | null) {
  if (!button) openLink(services, location.hash, removeFragment);
  else if (button.dataset.share === "open") openPasted(services, button);
  else if (button.dataset.share === "dates") saveDates(services, button);
  else if (button.dataset.share === "print") print();
  else shareNumbers(services, button.closest<HTMLElement>("[data-calculator]")?.dataset.calculator ?? "");
}

declare global {
  var ugShare: typeof share | undefined;
}

globalThis.ugShare = share;
