import { saveWorkbook } from "../workbook/save-file.ts";

declare global {
  var ugSave: typeof saveWorkbook | undefined;
}

globalThis.ugSave = saveWorkbook;
