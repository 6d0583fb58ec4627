/**
 * What crosses between the page and the worker: JSON text, one message each, of these types only.
 *
 * @typedef {{[field: string]: unknown}} Inputs What was typed, by field: a text, a list of choices, {low, typical, high}, or a list of rows.
 * @typedef {{calculator: string, inputs: Inputs, workbook?: Book, example?: Inputs, numbers: string, first?: boolean}} Request
 *   `first` asks for the first block alone, before any range is drawn. `example` is what a household of the book has in place of the usual numbers, while its numbers are shown.
 * @typedef {{name: string, inputs: Inputs}} Scenario
 * @typedef {{page: string, anchor: string, title: string}} Place A chapter's id, and the heading there: its anchor and its words, "" at the top.
 * @typedef {{at?: Place, done: string[]}} Reading Where the reader stopped in the book, and the ids of the chapters that are finished.
 * @typedef {Request & {explore: {seek?: object, range?: object, scenarios: Scenario[]}}} Exploration What the what-if panel asks.
 * @typedef {{
 *   app: string, schema: number, saved: string,
 *   calculators: {[id: string]: {inputs: Inputs, scenarios?: Scenario[]}},
 *   reading?: unknown, sign?: string, numbers?: string,
 * }} Book `sign` stands before amounts; left out, it is the dollar's. `numbers` is how numbers are written: see notation.js. `reading` is a Reading as reading.js makes it; what an imported or damaged text holds there is looked through by readingOf.
 *
 * @typedef {{type: "init", stdlib: string, wasm: string, carried?: {stdlib: string, wasm: string}}} Init
 *   Addresses to fetch from, or, in the folder edition, the files themselves: gzip, then base64.
 * @typedef {{type: "compute", id: number, request: Request}} Compute
 * @typedef {{type: "explore", id: number, request: Exploration}} Explore
 * @typedef {{type: "open", id: number, text: string}} Open A workbook's text, to be looked through.
 * @typedef {{type: "rewrite", id: number, request: {workbook: Book, numbers: string}}} Rewrite A workbook, whose numbers are to be written in another notation.
 * @typedef {Init | Compute | Explore | Open | Rewrite} ToWorker
 *
 * @typedef {"fetch" | "start" | "calculators"} Stage
 * @typedef {"network" | "blocked" | "old" | "memory" | "stuck" | "fault"} Cause
 * @typedef {{name: string, wide: object, narrow: object}} ChartSpecs
 * @typedef {{value: unknown, shown: unknown, from: string, label: string, named: string}} Link A value that another calculator in the workbook lends to a field, and the same rounded to be shown there.
 * @typedef {{field: string, code: string, message: string, readings?: {text: string, label: string}[]}} FieldError `readings` are what a doubtful text may mean.
 * @typedef {{
 *   outcome?: {html: string, charts: ChartSpecs[]},
 *   errors?: FieldError[],
 *   summary?: string,
 *   linked?: {[field: string]: Link},
 *   failed?: {name: string, message: string},
 *   first?: string,
 * }} PageAnswer
 * @typedef {{panel?: {html: string, charts: ChartSpecs[]}, errors?: FieldError[]}} PanelAnswer
 * @typedef {{workbook?: Book, migrated?: boolean, problem?: {code: string, message: string}}} OpenAnswer
 *
 * @typedef {{type: "progress", stage: Stage}} Progress
 * @typedef {{type: "ready"}} Ready
 * @typedef {{type: "answer", id: number, answer: PageAnswer | PanelAnswer | OpenAnswer}} Answer
 * @typedef {{type: "failed", cause: Cause, name: string, message: string}} Failed
 * @typedef {Progress | Ready | Answer | Failed} FromWorker
 */

export {};
