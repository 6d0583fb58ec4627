import { FREE, HALF_HOURS, modulo } from "../../scripts/calculator/timetable.ts";

/** A strip begins at 6 in the morning, in half hours after midnight. */
export const DAY_STARTS = 12;

type Run = { start: number; length: number };

/** The stretches of an activity over a day, which may pass midnight, longest first. */
export function runs(day: readonly string[], activity: string): Run[] {
  if (day.every((each) => each === activity)) return [{ start: DAY_STARTS, length: HALF_HOURS }];
  const starts = day.flatMap((each, at) => (each === activity && day[modulo(at - 1)] !== activity ? [at] : []));
  const stretches = starts.map((start) => {
    let length = 1;
    while (day[modulo(start + length)] === activity) length++;
    return { start, length };
  });
  return stretches.sort((a, b) => b.length - a.length);
}

/**
 * A day with so many half hours of an activity: its longest stretch grows into free time, at its end first, or is cut short there.
 *
 * @returns fewer of them when the day has no more free time
 */
export function withHours(day: readonly string[], activity: string, count: number): string[] {
  const changed = [...day];
  let now = day.filter((each) => each === activity).length;
  for (; now > count; now--) {
    const [longest] = runs(changed, activity);
    if (longest) changed[modulo(longest.start + longest.length - 1)] = FREE;
  }
  for (; now < count; now++) {
    const at = nextFree(changed, activity);
    if (at === null) break;
    changed[at] = activity;
  }
  return changed;
}

/** The half hour by which an activity grows: after its longest stretch, before it, or where the longest free time begins. */
function nextFree(day: readonly string[], activity: string): number | null {
  const [longest] = runs(day, activity);
  const beside = longest ? [modulo(longest.start + longest.length), modulo(longest.start - 1)].filter((at) => day[at] === FREE) : [];
  return beside[0] ?? runs(day, FREE)[0]?.start ?? null;
}
