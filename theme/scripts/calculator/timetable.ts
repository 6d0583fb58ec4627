/** A day in half hours as a text: "sleep 22:30-6:30, work 9-17". It follows calculators/engine/timetable_text.py, whose errors it leaves out. */

export const HALF_HOURS = 48;
/** The activity of a half hour that nothing is written for. */
export const FREE = "";
/** The half hours whose times, from 1:00 to 12:30, can be ones before or after noon. */
const [FIRST_DOUBTFUL, LAST_DOUBTFUL] = [2, 25];

const SPAN = /^(.*?)[\s:]*(\d.*?|noon|midnight)\s*(?:[-–—−]|\bto\b|\buntil\b)\s*(\d.*|noon|midnight)$/;
const TIME = /^(\d{1,2})(?:[:.h](\d{2})?)?\s*(?:([ap])\.?\s?m\.?)?$/;

/** The activity of each half hour from midnight; null for a text that Python refuses. */
export function readTimetable(text: string, known: readonly string[]): string[] | null {
  const day: string[] = Array(HALF_HOURS).fill(FREE);
  let activity = FREE;
  for (const span of text.toLowerCase().split(/[,;\n]/)) {
    if (!span.trim()) continue;
    const [, name = "", start = "", end = ""] = SPAN.exec(span.trim()) ?? [];
    activity = name.trim() || activity;
    const halfHours = spanOf(start.trim(), end.trim());
    if (!halfHours || !known.includes(activity)) return null;
    for (const at of halfHours) {
      if (day[at] !== FREE && day[at] !== activity) return null;
      day[at] = activity;
    }
  }
  return day;
}

function spanOf(start: string, end: string): number[] | null {
  let [starts, ends] = [readingsOf(start), readingsOf(end)];
  const isTwelveHour = [start, end].some((time) => /\d.*m[.\s]*$/.test(time));
  if (!isTwelveHour && !(starts.length === 2 && ends.length === 2)) [starts, ends] = [starts.slice(0, 1), ends.slice(0, 1)];
  let [begin, length] = [0, 0];
  for (const from of starts) {
    for (const to of ends) {
      const hours = modulo(to - from) || Math.abs(to - from);
      if (hours && (!length || hours < length)) [begin, length] = [from, hours];
    }
  }
  return length ? Array.from({ length }, (_, offset) => modulo(begin + offset)) : null;
}

/** The half hours after midnight that a time can mean: none, one or two. */
function readingsOf(text: string): number[] {
  if (text === "noon") return [HALF_HOURS / 2];
  if (text === "midnight") return [0];
  const match = TIME.exec(text);
  if (!match) return [];
  const [hour, minute, half] = [Number(match[1]), Number(match[2] ?? 0), match[3]];
  if (hour > 24 || minute % 30 || minute > 59 || (hour === 24 && minute) || (half && (hour < 1 || hour > 12))) return [];
  const at = hour * 2 + minute / 30;
  if (half) return [(at % 24) + (half === "p" ? 24 : 0)];
  return hour >= 1 && hour <= 12 ? [at, modulo(at + 24)] : [at];
}

export function writeTimetable(day: readonly string[]): string {
  let runs: [activity: string, start: number, end: number][] = [];
  for (const [at, activity] of day.entries()) {
    const last = runs.at(-1);
    if (last?.[0] === activity) last[2] = at + 1;
    else runs.push([activity, at, at + 1]);
  }
  const [first, last] = [runs[0], runs.at(-1)];
  if (first && last && runs.length > 1 && first[0] === last[0] && (last[1] > LAST_DOUBTFUL || first[2] < FIRST_DOUBTFUL)) {
    runs = [...runs.slice(1, -1), [last[0], last[1], first[2]]];
  }
  const written = runs.filter(([activity]) => activity !== FREE);
  return written.map(([activity, start, end]) => `${activity} ${clock(start)}-${clock(end)}`).join(", ");
}

/** A time of a 24-hour clock: "9", "17:30". */
export function clock(halfHours: number) {
  return `${Math.floor(halfHours / 2)}${halfHours % 2 ? ":30" : ""}`;
}

export function modulo(halfHours: number) {
  return ((halfHours % HALF_HOURS) + HALF_HOURS) % HALF_HOURS;
}
