import * as strings from "../../scripts/common/strings.ts";
import { KeptSite, type KeptState } from "../../scripts/kept-site/kept-site.ts";
import { isMetered } from "../../scripts/kept-site/release.ts";
import type {} from "../../scripts/kept-site/start.ts";
import type {} from "../../scripts/page/services.ts";
import { announceNewer } from "./newer.ts";

/** The script that keeps the site, and the panel on the download page that shows what is kept. */

const kept = new KeptSite(globalThis.ugServices?.pyodide ?? { state: "idle", idleFor: Number.POSITIVE_INFINITY });

class KeptSitePanel extends HTMLElement {
  #undo: (() => void)[] = [];

  connectedCallback() {
    const show = () => this.#show();
    const click = ({ target }: Event) => this.#click(target as Element);
    this.addEventListener("click", click);
    for (const event of ["gig:install", "appinstalled"]) addEventListener(event, show);
    this.#undo = [
      kept.watch(show),
      () => this.removeEventListener("click", click),
      ...["gig:install", "appinstalled"].map((event) => () => removeEventListener(event, show)),
    ];
    show();
  }

  disconnectedCallback() {
    for (const undo of this.#undo) undo();
  }

  #show() {
    const { state, bytes, stored } = kept;
    this.dataset.state = state;
    const status = this.#slot("status");
    const text = isInstalled() ? `${strings.INSTALLED} ${sentence(state)}` : sentence(state);
    if (status && status.textContent !== text) status.textContent = text; // a screen reader says it again at each change
    const progress = this.#slot("progress") as HTMLProgressElement | undefined;
    if (progress) {
      progress.hidden = state !== "fetching";
      progress.max = bytes || 1;
      progress.value = stored;
    }
    this.#showRoom();
    const isWanted = kept.choice === "keep";
    this.#button("keep", (state === "kept" && !isWanted) || state === "none" || state === "failed", strings.keepLabel(state));
    this.#button("remove", state === "kept" || state === "fetching");
    this.#button("install", Boolean(globalThis.ugInstall) && !isInstalled());
  }

  /** Show the room that the site takes, once the browser has told it. */
  async #showRoom() {
    const room = this.#slot("room");
    if (!room) return;
    room.hidden = kept.state !== "kept";
    if (room.hidden) return;
    const { storage } = navigator;
    const [all, isSafe] = await Promise.all([storage?.estimate?.().then(({ usage }) => usage), storage?.persisted?.().catch(() => false)]);
    room.textContent = strings.room(strings.megabytes(kept.stored), all ? strings.megabytes(all) : "", isSafe ?? false);
  }

  async #click(target: Element) {
    const action = target.closest<HTMLElement>("[data-action]")?.dataset.action;
    if (action === "keep") await kept.keep();
    else if (action === "remove") await kept.remove();
    else if (action === "install") {
      const { outcome } = (await globalThis.ugInstall?.prompt()) ?? {};
      globalThis.ugInstall = undefined; // it can be used once
      if (outcome === "accepted") await kept.keep();
      this.#show();
    }
  }

  #button(action: string, isShown: boolean, label?: string) {
    const button = this.querySelector<HTMLButtonElement>(`[data-action="${action}"]`);
    if (!button) return;
    if (!isShown && button === document.activeElement) this.#slot("status")?.focus();
    button.hidden = !isShown;
    if (label) button.textContent = label;
  }

  #slot(name: string) {
    return this.querySelector<HTMLElement>(`[data-slot="${name}"]`) ?? undefined;
  }
}

function sentence(state: KeptState): string {
  if (state !== "none") return strings.KEPT_STATES[state];
  if (kept.choice === "remove") return strings.SITE_REMOVED;
  return isMetered() ? strings.NOT_KEPT_METERED : strings.NOT_KEPT_YET;
}

const isInstalled = () => matchMedia("(display-mode: standalone)").matches;

announceNewer(kept);
kept.start();
customElements.define("gig-kept-site", KeptSitePanel);
