import writeExcelFile, { type Cell as ExcelCell, type Feature, type Row } from "write-excel-file/universal";

/** A workbook of sheets, as calculators/engine/spreadsheet describes their cells, as an .xlsx file. */

export interface Cell {
  value?: string | number | boolean;
  formula?: string;
  /** Of a number. */
  format?: string;
  style?: keyof typeof STYLES;
}

export interface Sheet {
  name: string;
  /** Of the columns, in characters. */
  widths: number[];
  rows: Cell[][];
  /** Rows that stay in place while the others scroll. */
  heads?: number;
}

/** Columns over which a title or a note runs. */
const SPAN = 6;
/** Characters of a note on a line, and points of its height. */
const LINE = { characters: 130, points: 15 };

const STYLES = {
  title: { fontWeight: "bold", fontSize: 15, height: 24 },
  section: { fontWeight: "bold", fontSize: 12, textColor: "#1f4d3a", height: 20 },
  head: { fontWeight: "bold", wrap: true, backgroundColor: "#e7eee9", alignVertical: "top" },
  input: { backgroundColor: "#fff8dc" },
  note: { wrap: true, alignVertical: "top", columnSpan: SPAN },
  link: { textColor: "#1a5fb4" },
} as const;

/** Excel reads _x0041_ in a text as the letter A, unless its first underscore is written the same way. */
const ESCAPED = /_(?=x[0-9a-f]{4}_)/gi;

const TYPES = { string: String, number: Number, boolean: Boolean };

function cellOf({ value, formula, format, style }: Cell): ExcelCell {
  const look = { ...(style && STYLES[style]), ...(format && { format }) };
  if (formula) return { type: "Formula", value: formula, ...look };
  if (value === undefined) return null;
  if (typeof value === "string") return { type: String, value: value.replace(ESCAPED, "_x005F_"), ...look, ...heightOf(value, style) };
  return { type: TYPES[typeof value as "number" | "boolean"], value, ...look } as ExcelCell;
}

function heightOf(text: string, style: Cell["style"]) {
  return style === "note" ? { height: Math.ceil(text.length / LINE.characters) * LINE.points } : {};
}

/** A row, in which the cells that a note runs over are left empty. */
function rowOf(cells: Cell[]): Row {
  const row = cells.map(cellOf);
  return cells[0]?.style === "note" ? [...row, ...Array<null>(SPAN - 1).fill(null)] : row;
}

const FORMULA = /<c r="([A-Z]+)(\d+)"([^>]*)><f>(.*?)<\/f><\/c>/gs;

/** Write beside each formula the value that it has now: for a preview, and for a program that opens a download without computing. */
function valuesOf(sheets: Sheet[]): Feature<Blob> {
  const transform = (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }) =>
    xml.replace(FORMULA, (_whole, column: string, row: string, attributes: string, formula: string) => {
      const value = sheets[sheetIndex]?.rows[Number(row) - 1]?.[indexOf(column)]?.value ?? "";
      const [type, text] =
        typeof value === "number" ? ["", value] : typeof value === "boolean" ? [' t="b"', +value] : [' t="str"', inXml(value)];
      return `<c r="${column}${row}"${attributes}${type}><f>${formula}</f><v>${text}</v></c>`;
    });
  return { files: { transform: { "xl/worksheets/sheet{id}.xml": { transform } } } };
}

/** The number of a column from its letters, from 0. */
function indexOf(letters: string) {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function inXml(text: string) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** Make the file. */
export function xlsx(sheets: Sheet[]): Promise<Blob> {
  const described = sheets.map(({ name, widths, rows, heads }) => ({
    sheet: name,
    data: rows.map(rowOf),
    columns: widths.map((width) => ({ width })),
    ...(heads && { stickyRowsCount: heads }),
  }));
  return writeExcelFile(described, { features: [valuesOf(sheets)] }).toBlob();
}
