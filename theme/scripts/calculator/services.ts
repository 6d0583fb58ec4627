import type { services } from "../page/services.ts";

/** The page's workbook and Python, which the page's script has made. */
export const { workbook, pyodide } = globalThis.ugServices as typeof services;
