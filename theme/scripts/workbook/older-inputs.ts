import type { Inputs } from "../runtime/worker-protocol.ts";

/** The counts of children that earlier editions asked for, as in calculators/catalogue/take_home/children.py. */
const COUNTS = ["children", "children_under_12", "children_under_6", "older_children"] as const;
const COUNT = /^\d{1,2}(?:\.0+)?$/;
const MOST = 20;
const OWNERS = ["take-home", "rate-to-charge"];

/**
 * Replace the counts of children in a calculator's inputs by ages, unless there are ages already. A child in each group gets an age of
 * that group: 5, 11, 16 or 18. A text that is no count is kept as an age, which is then refused.
 */
export function upgraded(calculator: string, inputs: Inputs): Inputs {
  if (!OWNERS.includes(calculator) || !COUNTS.some((name) => name in inputs)) return inputs;
  const others = Object.fromEntries(Object.entries(inputs).filter(([name]) => !COUNTS.some((count) => count === name)));
  if ("child_ages" in others) return others;
  const typed = COUNTS.map((name) => (name in inputs ? String(inputs[name]).trim() : "0"));
  const unreadable = typed.find((text) => !COUNT.test(text) || Number(text) > MOST);
  if (unreadable !== undefined) return { ...others, child_ages: unreadable || "0 children" };
  const [children = 0, belowTwelve = 0, belowSix = 0, older = 0] = typed.map(Number);
  const sixth = Math.min(children, belowSix);
  const twelfth = Math.max(sixth, Math.min(children, belowTwelve));
  const ages = [5, 11, 16, 18].map((age, i) => `${age} `.repeat([sixth, twelfth - sixth, children - twelfth, older][i] ?? 0));
  return { ...others, child_ages: ages.join("").trim() };
}
