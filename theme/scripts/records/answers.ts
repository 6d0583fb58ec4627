import type { ChangedSection, Inputs, Problem } from "../runtime/worker-protocol.ts";

/** What the columns of a statement are, as in calculators/workbook/statements/column_map.py. */
export interface ColumnMap {
  names: string[];
  roles: Record<string, string>;
  order: string;
  decimal: string;
}

/** The inputs that entries become in a calculator, and what they would change; none of it where there is a problem. */
export interface RecordTarget {
  calculator: string;
  title: string;
  /** "the buffer" */
  named: string;
  inputs: Inputs;
  sections: ChangedSection[];
  problem: string;
}

/** How entries are used, as in calculators/workbook/records/used.py. */
export interface UsedAnswer {
  head: string[];
  months: { key: string; label: string; counts: boolean; note: string; texts: string[] }[];
  uses: { key: string; label: string; counts: boolean; text: string }[];
  targets: RecordTarget[];
}

/** A statement's columns and questions and, once they are answered, its entries. */
export interface StatementAnswer extends Partial<UsedAnswer> {
  columns?: { name: string; samples: string[]; role: string }[];
  roles?: { value: string; label: string }[];
  map?: ColumnMap;
  /** The map as a file. */
  file?: string;
  records?: unknown;
  questions?: { name: string; text: string; options: { value: string; label: string }[]; chosen: string }[];
  /** What is needed before there are entries. */
  missing?: string;
  preview?: { head: string[]; rows: string[][]; count: number };
  left_out?: { reason: string; count: number; lines: number[]; text: string }[];
  /** Lines before the header. */
  before?: number;
  problem?: Problem;
}

export interface LogEntry {
  texts: string[];
  typed: Record<string, string>;
}

export interface LogAnswer extends Partial<UsedAnswer> {
  errors: { field: string; message: string }[];
  records?: unknown;
  entries?: LogEntry[];
  planned?: { label: string; planned: string; happened: string }[];
  problem?: Problem;
}
