import { Answer } from "./answer.js";
import { Changes } from "./changes.js";
import { Errors } from "./errors.js";
import { Form } from "./form.js";
import { Linked } from "./linked.js";
import { Pictures } from "./pictures.js";
import { Status } from "./status.js";
import { Whose } from "./whose.js";

/** @typedef {ReturnType<typeof parts>} Parts */

/**
 * What belongs to a calculator's one form and outcome, once it is in a page.
 *
 * @param {HTMLElement & {calculator: string, toPlay: boolean}} element @param {HTMLFormElement} form @param {Element} outcome @param {() => void} changed
 */
export function parts(element, form, outcome, changed) {
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
