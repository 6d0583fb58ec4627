import type { ColumnMap, LogAnswer, StatementAnswer } from "../records/answers.ts";
import type { Cell, Sheet } from "../spreadsheet/xlsx.ts";
import type { Bytes } from "./runtime-files.ts";

/** The messages between the page and the worker. What Python reads and answers is JSON text, which the worker passes on unparsed. */

/** What was typed, by field: a text, a list of choices, {low, typical, high}, or a list of rows. */
export type Inputs = Record<string, unknown>;

export interface Scenario {
  name: string;
  inputs: Inputs;
}

/** A chapter's id, and the heading there: its anchor and its text, both "" at the top. */
export interface Place {
  page: string;
  anchor: string;
  title: string;
}

/** Where the reader stopped in the book, and the ids of the finished chapters. */
export interface Reading {
  at?: Place;
  done: string[];
}

/** What the reader says about themselves, as in calculators/workbook/about.py; {} where the question was skipped. */
export interface About {
  country?: string;
  region?: string;
  household?: string;
}

export interface Book {
  app: string;
  schema: number;
  saved: string;
  /** Of one of several workbooks; the first has neither until there is a second. */
  id?: string;
  name?: string;
  calculators: Record<string, { inputs: Inputs; scenarios?: Scenario[] }>;
  /** A `Reading`, unless an imported or damaged text holds something else: `readingOf` checks it. */
  reading?: unknown;
  about?: About | undefined;
  /** The currency sign, by default that of the reader's country. */
  sign?: string | undefined;
  /** How numbers are written, see common/notation.ts. */
  numbers?: string;
  /** What is kept of statements and of the log, as in calculators/workbook/records/kept.py, which validates it. */
  records?: unknown;
}

export interface Request {
  calculator: string;
  inputs: Inputs;
  workbook?: Book | undefined;
  /** A household's inputs from the book, while they are shown in place of the usual ones. */
  example?: Inputs;
  numbers: string;
  /** Only the first block, before any range is sampled. */
  first?: boolean;
  /** Whether to render the working, the sources and the tables of charts, which are in folds. True by default. */
  folds?: boolean;
}

/** A request of the what-if panel. */
export interface Exploration extends Request {
  explore: { seek?: object; range?: object; scenarios: Scenario[] };
}

/** A request for a calculator's sheet, or for its tables as CSV; see `spreadsheet` in calculators/bridge.py. */
export interface SheetRequest extends Request {
  explore: { first: number } | { csv: true };
}

/** A calculator's rows of a sheet that all calculators share. */
export interface SharedRows {
  name: string;
  widths: number[];
  head: Cell[];
  rows: Cell[][];
}

/** A calculator's sheet and its rows of the shared ones, its tables, or the errors of its inputs. */
export interface SheetAnswer {
  sheet?: Sheet;
  overview?: SharedRows;
  sources?: SharedRows;
  tables?: { name: string; label: string; csv: string }[];
  errors?: FieldError[];
}

/** A request to compute with another source for one figure. */
export interface ChangeRequest extends Request {
  explore: { figure: string; source: string };
}

/** A request of an explorable sentence: values typed at paths of the inputs, and the words that follow. */
export interface SentenceRequest {
  calculator: string;
  inputs: Inputs;
  numbers: string;
  explore: { changes: Record<string, string>; words: string[]; sign: string };
}

/** The texts and the numbers of the words, or the errors of the inputs. */
export interface SentenceAnswer {
  texts?: Record<string, string>;
  values?: Record<string, number | null>;
  errors?: unknown[];
}

/** Digests of files, as in an element's attribute `integrity`. */
export type Integrity = Record<"pyodide" | "stdlib" | "wasm", string>;

/** Addresses to fetch from, or, in the folder edition, two files themselves, gzip, then base64, and a port for the third, an `Unpacked`. */
export interface Init {
  type: "init";
  /** The script with Pyodide. */
  pyodide: string;
  stdlib: string;
  wasm: string;
  /** Of the archive and the WebAssembly together, decompressed. */
  bytes: number;
  integrity: Integrity;
  /** Whether it runs what the reader has written: then nothing outside of it can be reached. */
  isolated?: true;
  carried?: { stdlib: string; wasm: string; snapshot: MessagePort };
}

/** A file that another worker has decompressed, or why it could not. */
export type Unpacked = { bytes: Bytes } | { error: unknown };

/** Start another Python, which sees nothing of the reader's, and keep a snapshot of it for the next start. */
export interface MakeSnapshot {
  type: "snapshot";
  files: Init;
}

/** A request to Python. `text` is the JSON of a `Request`, an `Exploration` or one of `Requests`; to open a workbook it is that workbook's text. */
export interface Call {
  type: keyof Answers;
  id: number;
  text: string;
}

/** What is requested by its type: a sheet, and what concerns a whole workbook, whose numbers are in its own notation. */
export interface Requests {
  spreadsheet: SheetRequest;
  /** Write the numbers in another notation. */
  rewrite: { workbook: Book; numbers: string };
  /** `parts` are ids of calculators, and "about". */
  link: { workbook: Book; parts: string[] };
  openLink: { workbook: Book; link: string };
  calendar: { workbook: Book };
  /** A calculator's part of the long version on paper. */
  printed: Request;
  glance: { workbook: Book };
  compare: { workbook: Book; other: Book };
  statement: { workbook: Book; leave_out: object; columns?: ColumnMap; columns_file?: string } & StatementSource;
  log: { workbook: Book; leave_out: object; entry?: Record<string, string>; place?: number | undefined };
}

/** A statement as pasted text, or the bytes of a file as base64. */
export interface StatementSource {
  text?: string;
  content?: string;
}

/** The answer to each type of request. */
export interface Answers {
  compute: PageAnswer;
  explore: PanelAnswer;
  sentence: SentenceAnswer;
  spreadsheet: SheetAnswer;
  open: OpenAnswer;
  rewrite: OpenAnswer;
  link: LinkAnswer;
  openLink: OpenLinkAnswer;
  calendar: CalendarAnswer;
  printed: PrintedAnswer;
  change: ChangeAnswer;
  glance: GlanceAnswer;
  compare: CompareAnswer;
  statement: StatementAnswer;
  log: LogAnswer;
}

export type AnyAnswer = Answers[keyof Answers];

export type ToWorker = Init | MakeSnapshot | Call;

export type Stage = "fetch" | "start" | "calculators";
export type Cause = "network" | "files" | "blocked" | "old" | "memory" | "stuck" | "fault";

export interface ChartSpecs {
  name: string;
  wide: object;
  narrow: object;
}

/** A value that another calculator's outcome puts into a field, and the same rounded for display. */
export interface Prefill {
  value: unknown;
  shown: unknown;
  from: string;
  label: string;
  named: string;
}

export interface FieldError {
  field: string;
  code: string;
  message: string;
  /** What an ambiguous text may mean. */
  readings?: { text: string; label: string }[];
}

export interface PageAnswer {
  outcome?: { html: string; charts: ChartSpecs[] };
  errors?: FieldError[];
  summary?: string;
  linked?: Record<string, Prefill>;
  failed?: { name: string; message: string };
  first?: string;
}

/** A figure before and after its source was changed, in words. */
export interface ComparedFigure {
  name: string;
  label: string;
  before: string;
  after: string;
  difference: string;
}

/** What a changed figure gives, what is wrong with the change, or the errors of the inputs. */
export interface ChangeAnswer {
  figures?: ComparedFigure[];
  problem?: { message: string; line: number; details: string };
  errors?: FieldError[];
}

/** A calculator on paper: HTML, in which the pictures are still to be drawn. */
export interface PrintedAnswer {
  html?: string;
  charts?: ChartSpecs[];
}

export interface PanelAnswer {
  panel?: { html: string; charts: ChartSpecs[] };
  errors?: FieldError[];
}

export interface Problem {
  code: string;
  message: string;
}

export interface OpenAnswer {
  workbook?: Book;
  migrated?: boolean;
  problem?: Problem;
}

export interface LinkAnswer {
  /** The fragment of an address, without its #. */
  link?: string;
  problem?: Problem;
}

/** What a link would change of one calculator: the first fields, and how many more. */
export interface ChangedSection {
  title: string;
  changes: { label: string; old: string; new: string }[];
  more: number;
}

export interface OpenLinkAnswer {
  sections?: ChangedSection[];
  linked?: Pick<Book, "calculators" | "about" | "sign">;
  problem?: Problem;
}

export interface CalendarAnswer {
  /** The file. */
  text?: string;
  steps?: number;
  payments?: number;
  problem?: Problem;
}

/** An input that can be changed beside an answer, as calculators/workbook/glance.py says. */
export interface Edit {
  calculator: string;
  field: string;
  label: string;
  typed: string;
  after: string;
  options: [value: string, label: string][];
  error: string;
}

/** A line of the workbook at a glance; its text is "" while the workbook does not have it. */
export interface Line {
  name: string;
  label: string;
  /** The calculator that works it out; "" for what readers say about themselves. */
  page: string;
  text: string;
  between: string;
  note: string;
  edit: Edit | null;
}

export interface GlanceAnswer {
  lines?: Line[];
  problem?: Problem;
}

export interface CompareAnswer {
  lines?: { label: string; page: string; texts: [string, string]; difference: string; is_same: boolean }[];
  problem?: Problem;
}

interface Progress {
  type: "progress";
  stage: Stage;
  /** The part of the files' bytes that has arrived, from 0 to 1; with the stage "fetch". */
  share?: number;
}

interface Ready {
  type: "ready";
  /** Whether it was restored from a memory snapshot. */
  restored: boolean;
}

interface Kept {
  type: "kept";
}

/** `text` is the JSON of the answer. */
interface Answer {
  type: "answer";
  id: number;
  text: string;
}

interface Failed {
  type: "failed";
  cause: Cause;
  name: string;
  message: string;
}

export type FromWorker = Progress | Ready | Kept | Answer | Failed;
