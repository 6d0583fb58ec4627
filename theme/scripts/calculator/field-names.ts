/** Names of fields: "pay", in a row "assets.3.kind", in an estimate "pairs.0.utilization.low"; ids are "inventory-assets-3-kind". */

/** The attributes in which a row's number stands. */
export const NUMBERED = ["name", "id", "for", "aria-describedby", "aria-labelledby", "data-field", "data-error-for", "data-linked-for"];

/** Give the names and ids in an attribute of a list's row another row number. */
export function renumber(value: string, list: string, from: number | string, to: number): string {
  return value.replaceAll(`${list}.${from}.`, `${list}.${to}.`).replaceAll(`-${list}-${from}-`, `-${list}-${to}-`);
}

/** A field's name within its row, or a part's within its estimate. */
export function lastPart(name: string) {
  return name.slice(name.lastIndexOf(".") + 1);
}
