import { Pictures } from "../../components/chart/pictures.ts";
import { AnswerLabel } from "./answer-label.ts";
import { Changes } from "./changes.ts";
import { Errors } from "./errors.ts";
import { Folds } from "./folds.ts";
import { Form } from "./form.ts";
import { OwnerSwitch } from "./owner-switch.ts";
import { Prefills } from "./prefills.ts";
import { Status } from "./status.ts";

export type Parts = ReturnType<typeof createParts>;

/** Make the parts of a calculator that handle its form and its outcome. */
export function createParts(
  { root, calculator, toPlay }: { root: HTMLElement; calculator: string; toPlay: boolean },
  form: HTMLFormElement,
  { changed, fillFolds }: { changed: () => void; fillFolds: () => void },
) {
  const fields = new Form(form, changed);
  const ownerSwitch = new OwnerSwitch(root, fields);
  const status = new Status(root);
  return {
    element: form,
    form: fields,
    outcome: root,
    errors: new Errors(form),
    pictures: new Pictures(root),
    folds: new Folds(root, fillFolds),
    prefills: new Prefills(fields),
    status,
    answerLabel: new AnswerLabel(root, ownerSwitch.household),
    ownerSwitch,
    changes: new Changes({ element: root, form: fields, ownerSwitch, status }, toPlay ? "" : calculator, changed),
  };
}
