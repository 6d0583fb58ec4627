/** Read a number without grouping, such as "12.5", "12,5" in a notation with a decimal comma, "30%" or "7:30". */
export function plainNumber(text: string, notation: string): number | undefined {
  const clock = /^\s*(\d{1,3}):([0-5]\d)\s*$/.exec(text);
  if (clock) return Number(clock[1]) + Number(clock[2]) / 60;
  const [, whole = "", sign, fraction = ""] = /^\s*(-?\d+)(?:([.,])(\d+))?\s*%?\s*$/.exec(text) ?? [];
  if (!whole || (sign && sign !== notation.at(-3))) return undefined;
  return Number(`${whole}.${fraction || 0}`);
}
