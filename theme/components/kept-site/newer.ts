import { makeButton } from "../../scripts/common/buttons.ts";
import * as strings from "../../scripts/common/strings.ts";
import type { KeptSite } from "../../scripts/kept-site/kept-site.ts";

/** The notice that there is a newer edition. It stands outside of what instant navigation replaces, and "Later" hides it for this visit. */
export function announceNewer(kept: KeptSite) {
  let shown: KeptSite["newer"];
  const notice = document.createElement("div");
  notice.className = "ug-newer";
  notice.setAttribute("role", "status");
  notice.hidden = true;
  document.body.append(notice);
  kept.watch(() => {
    if (kept.newer === shown) return;
    shown = kept.newer;
    notice.hidden = !shown;
    if (!shown) return;
    const text = document.createElement("p");
    text.textContent = {
      waiting: strings.NEWER_WAITS,
      "held back": strings.newerHeldBack(strings.megabytes(kept.missing)),
      fetching: strings.NEWER_COMES,
    }[shown];
    const use = makeButton(shown === "waiting" ? strings.USE_NEWER : strings.FETCH_NEWER, "use");
    use.addEventListener("click", () => (shown === "waiting" ? kept.useNewer() : kept.keep()));
    const later = makeButton(strings.LATER, "later");
    later.classList.add("ug-quiet");
    later.addEventListener("click", () => {
      notice.hidden = true;
    });
    const hadFocus = notice.contains(document.activeElement);
    notice.replaceChildren(text, ...(shown === "fetching" ? [] : [use]), later);
    if (hadFocus) later.focus();
  });
}
