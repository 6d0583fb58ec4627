import type { services } from "../../scripts/page/services.ts";
import { Log } from "../../scripts/records/log.ts";
import { Statement } from "../../scripts/records/statement.ts";

/** The parts of the page “Your records”: reading a statement, and the log. */

type Services = typeof services;

function showRecords(element: HTMLElement, page: Services) {
  const part = element.dataset.part === "log" ? new Log(element, page) : new Statement(element, page);
  element.querySelector("[data-static]")?.remove();
  for (const hidden of element.querySelectorAll<HTMLElement>("[data-live]")) hidden.hidden = false;
  element.dataset.state = "ready";
  return part;
}

declare global {
  var ugRecords: typeof showRecords | undefined;
}

globalThis.ugRecords = showRecords;
