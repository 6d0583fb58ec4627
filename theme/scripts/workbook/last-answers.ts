import { assets, folder } from "../common/assets.ts";

/** An answer in texts: the number, its range, what it counts, and the sentence. */
export interface LastAnswer {
  number: string;
  range: string;
  label: string;
  sentence: string;
}

interface Kept {
  /** The address of the calculators' code, which differs in each edition. */
  edition: string;
  /** The numbers that the answers are for. */
  numbers: string;
  answers: Record<string, LastAnswer>;
}

const KEY = "ultimate-gig.answers";
const PARTS = ["number", "range", "label", "sentence"] as const;

/**
 * The answers that were computed last, kept beside the workbook so that its page shows them before Python has started. The folder edition
 * keeps none: its pages share one storage with every other file that the browser opens.
 */
export function readAnswers(): Kept {
  const none = { edition: assets?.stdlib ?? "", numbers: "", answers: {} };
  if (folder) return none;
  try {
    const kept: Kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (kept?.edition !== none.edition || typeof kept.numbers !== "string") return none; // other code may answer otherwise
    const answers = Object.entries(kept.answers).filter(([, answer]) => PARTS.every((part) => typeof answer[part] === "string"));
    return { ...kept, answers: Object.fromEntries(answers) };
  } catch {
    return none;
  }
}

/** Keep one more answer; those for other numbers go. */
export function keepAnswer(numbers: string, calculator: string, answer: LastAnswer) {
  if (folder) return;
  const kept = readAnswers();
  const answers = { ...(kept.numbers === numbers ? kept.answers : {}), [calculator]: answer };
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...kept, numbers, answers }));
  } catch {
    // full or blocked: the next page waits for Python
  }
}

export function forgetAnswers() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // nothing can be stored there either
  }
}
