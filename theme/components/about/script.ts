import { prepare } from "../../scripts/about/prepare.ts";
import { propose } from "../../scripts/about/proposal.ts";
import { usualNotationIn } from "../../scripts/common/notation.ts";
import * as strings from "../../scripts/common/strings.ts";
import type { PyodideClient } from "../../scripts/runtime/pyodide-client.ts";
import type { About } from "../../scripts/runtime/worker-protocol.ts";
import { signIn, signOf } from "../../scripts/workbook/about.ts";
import type { Workbook } from "../../scripts/workbook/workbook.ts";

/** What Python accepts as a currency sign, or nothing. */
const SIGN = /^(?:[a-z$.]|[^\0-\x7f\s\p{N}\p{C}\u2212]){0,4}$/iu;

interface Services {
  workbook: Workbook;
  pyodide: PyodideClient;
  storageReady: Promise<unknown>;
}

/** The panel in which readers say where they live, in what household, and how they write money and numbers. */
class AboutPanel {
  #element;
  #workbook;
  #pyodide;
  #undo: (() => void)[];

  constructor(element: HTMLElement, { workbook, pyodide, storageReady }: Services) {
    this.#element = element;
    this.#workbook = workbook;
    this.#pyodide = pyodide;
    if (element.hidden) prepare(element); // a page that was swapped in
    const change = ({ target }: Event) => this.#change(target as HTMLElement);
    const type = ({ target }: Event) => this.#sign(target);
    const click = ({ target }: Event) => this.#click(target as Element);
    element.addEventListener("change", change);
    element.addEventListener("input", type);
    element.addEventListener("click", click);
    const open = () => this.#showGuess();
    element.addEventListener("toggle", open, true);
    this.#undo = [
      () => element.removeEventListener("toggle", open, true),
      () => element.removeEventListener("change", change),
      () => element.removeEventListener("input", type),
      () => element.removeEventListener("click", click),
      workbook.watch(() => this.#show()),
    ];
    this.#show();
    storageReady.then(() => workbook.book.about && this.#close());
  }

  stop() {
    for (const undo of this.#undo) undo();
  }

  /** The answers that the panel shows. */
  #shown(): About {
    const country = this.#select("country")?.value ?? "";
    if (!country) return {};
    const region = this.#select(`region-${country}`)?.value;
    const household = this.#hasHousehold(country) ? this.#select("household")?.value : "";
    return { country, ...(region && { region }), ...(household && { household }) };
  }

  #show() {
    const { book, notation } = this.#workbook;
    const { about } = book;
    const proposal = about ? null : propose(navigator.languages);
    const country = about?.country ?? proposal?.country ?? "";
    this.#element.dataset.country = country;
    if (!about) this.#element.removeAttribute("data-asked"); // everything was forgotten
    this.#put(this.#select("country"), country);
    this.#put(this.#select(`region-${country}`), about?.region ?? "");
    this.#put(this.#select("household"), about?.household ?? "");
    this.#put(this.#element.querySelector("#ug-numbers"), notation);
    const sign = this.#element.querySelector<HTMLInputElement>("#ug-sign");
    if (sign) sign.placeholder = signIn(country);
    const isWrong = sign?.getAttribute("aria-invalid") === "true"; // an invalid text stays to be corrected
    if (sign && sign !== document.activeElement && !isWrong) {
      sign.value = book.sign ?? "";
      this.#sign(sign);
    }
    const labels = about?.country ? [this.#label("country"), this.#label(`region-${country}`)] : [];
    const isSet = about !== undefined || book.sign !== undefined || book.numbers !== undefined;
    const said = isSet ? [...labels, signOf(book), notation].filter(Boolean).join(" · ") : strings.ABOUT_WHAT;
    this.#write("about-said", said);
    this.#showGuess();
  }

  /** Say where the answers come from, once the panel is open: naming a language for the first time is slow. */
  #showGuess() {
    if (this.#element.querySelector("details")?.open === false) return;
    const { about } = this.#workbook.book;
    this.#write("about-guess", about ? strings.ABOUT_ANSWERED : strings.guessed(propose(navigator.languages)?.language));
  }

  #put(control: HTMLSelectElement | null, value: string) {
    if (control && control.value !== value) control.value = value;
  }

  #change(target: HTMLElement) {
    if (target.dataset.action === "numbers") this.#rewrite(target as HTMLSelectElement);
    else if (target.dataset.about) this.#keep(this.#shown());
  }

  #click(target: Element) {
    const action = target.closest<HTMLElement>("[data-about-action]")?.dataset.aboutAction;
    if (!action) return;
    if (action === "accept") this.#keep(this.#shown());
    else if (!this.#workbook.book.about) this.#keep({});
    this.#close();
    this.#element.querySelector("summary")?.focus();
  }

  /** Close the panel after it was answered or skipped, unless that was done on an earlier page. */
  #close() {
    const details = this.#element.querySelector("details");
    if (this.#element.hasAttribute("data-asked")) return;
    this.#element.toggleAttribute("data-asked", true);
    if (details) details.open = "always" in this.#element.dataset;
  }

  /** Keep answers. Where nothing has been typed yet, the notation follows the country again, unless another was chosen. */
  #keep(about: About) {
    const { book } = this.#workbook;
    const { numbers, ...rest } = book;
    const isFollowing = Object.keys(book.calculators).length === 0 && numbers === usualNotationIn(book.about?.country);
    this.#workbook.replace({ ...rest, ...(numbers && !isFollowing && { numbers }), about });
  }

  /** Keep the currency sign once it is valid. */
  #sign(input: EventTarget | null) {
    const error = this.#slot("sign-error");
    if (!(input instanceof HTMLInputElement) || input.dataset.action !== "sign" || !error) return;
    const typed = input.value.trim();
    const fits = SIGN.test(typed);
    error.hidden = fits;
    error.textContent = fits ? "" : strings.NO_SIGN;
    input.setAttribute("aria-invalid", String(!fits));
    const { book } = this.#workbook;
    const sign = typed === signIn(book.about?.country) ? "" : typed;
    if (fits && sign !== (book.sign ?? "")) this.#workbook.replace({ ...book, sign: sign || undefined });
  }

  /** Have Python rewrite what is kept in the chosen notation. */
  async #rewrite(select: HTMLSelectElement) {
    const { book } = this.#workbook;
    const numbers = select.value;
    if (Object.keys(book.calculators).length === 0) return this.#workbook.replace({ ...book, numbers });
    this.#write("about-status", strings.REWRITING);
    this.#pyodide.retry();
    const answer = await this.#pyodide.ask("rewrite", { workbook: { ...book, numbers: this.#workbook.notation }, numbers });
    if (answer?.workbook) this.#workbook.replace(answer.workbook);
    else select.value = this.#workbook.notation;
    this.#write("about-status", answer?.workbook ? strings.REWRITTEN : (answer?.problem?.message ?? strings.NOT_REWRITTEN));
  }

  #hasHousehold(country: string) {
    return this.#select("household")?.closest<HTMLElement>("[data-for]")?.dataset.for?.split(" ").includes(country) ?? false;
  }

  #select(name: string) {
    return this.#element.querySelector<HTMLSelectElement>(`#ug-${name}`);
  }

  /** The chosen option's label; "" for none. */
  #label(name: string) {
    const option = this.#select(name)?.selectedOptions[0];
    return option?.value ? option.label : "";
  }

  #slot(name: string) {
    return this.#element.querySelector<HTMLElement>(`[data-slot="${name}"]`);
  }

  #write(name: string, text: string) {
    const slot = this.#slot(name);
    if (slot && slot.textContent !== text) slot.textContent = text;
  }
}

declare global {
  var ugAbout: ((element: HTMLElement, services: Services) => { stop(): void }) | undefined;
}

globalThis.ugAbout = (element, services) => new AboutPanel(element, services);
