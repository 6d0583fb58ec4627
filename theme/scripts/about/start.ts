import { prepare } from "./prepare.ts";

/** Runs in the page right after the panel, before anything is painted, so that nothing moves later. */
const panel = document.currentScript?.previousElementSibling;
if (panel instanceof HTMLElement) prepare(panel);
