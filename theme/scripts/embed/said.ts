import { CAUSES } from "../common/strings.ts";
import type { Cause, LinkAnswer } from "../runtime/worker-protocol.ts";
import * as strings from "./strings.ts";

/**
 * Say whether the line for another site has the reader's numbers, or why not: there are none, they do not fit, or Python failed.
 *
 * @param answer null when Python failed, for the `cause` if that is known
 */
export function said(answer: LinkAnswer | null, cause: Cause = "fault"): string {
  if (!answer) return CAUSES[cause];
  if (answer.link) return strings.WITH_YOURS;
  return answer.problem && answer.problem.code !== "nothing-chosen" ? answer.problem.message : strings.NONE_OF_YOURS;
}
