import { Answer } from "./answer.ts";
import { Changes } from "./changes.ts";
import { Errors } from "./errors.ts";
import { Form } from "./form.ts";
import { Linked } from "./linked.ts";
import { Pictures } from "./pictures.ts";
import { Status } from "./status.ts";
import { Whose } from "./whose.ts";

export type Parts = ReturnType<typeof parts>;

/** What belongs to a calculator's one form and outcome, once it is in a page. */
export function parts(
  element: HTMLElement & { calculator: string; toPlay: boolean },
  form: HTMLFormElement,
  outcome: Element,
  changed: () => void,
) {
  const fields = new Form(form, changed);
  const whose = new Whose(element, fields);
  const status = new Status(element);
  return {
    element: form,
    form: fields,
    outcome,
    errors: new Errors(form),
    pictures: new Pictures(outcome),
    linked: new Linked(element, fields),
    status,
    answer: new Answer(element, whose.household),
    whose,
    changes: new Changes({ element, form: fields, whose, status }, element.toPlay ? "" : element.calculator, changed),
  };
}
