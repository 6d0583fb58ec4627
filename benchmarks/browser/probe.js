// Runs in each page before its own scripts. It changes the pay as soon as there is a form, and notes when things happen, in
// milliseconds since the epoch, so that moments in two pages can be compared.
(() => {
  if (self !== top) return; // the folder edition keeps its workbook in a frame
  const now = () => performance.timeOrigin + performance.now();
  const probe = { stages: {}, outcomes: [], tasks: [], began: performance.timeOrigin };
  const reached = (stage) => {
    probe.stages[stage] ??= now();
  };
  globalThis.probe = probe;

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) probe.tasks.push([performance.timeOrigin + startTime, duration]);
  }).observe({ type: "longtask", buffered: true });

  globalThis.Worker = class extends Worker {
    constructor(...options) {
      super(...options);
      const created = now();
      this.addEventListener("message", ({ data }) => {
        if (typeof data?.type !== "string") return; // not Python's worker
        probe.stages.worker ??= created;
        reached(data.stage ?? data.type);
      });
    }
  };

  const mark = performance.mark.bind(performance);
  let painted = () => {};
  performance.mark = (name, ...options) => {
    if (name === "gig:outcome") {
      const gap = Number(document.querySelector("data[data-figure=gap]")?.value);
      probe.outcomes.push({ at: now(), gap, page: location.pathname });
      painted(gap);
    }
    return mark(name, ...options);
  };

  const change = (text) => {
    const field = document.querySelector("[name=pay]");
    if (!field) return;
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  document.addEventListener("DOMContentLoaded", () => {
    reached("DOM");
    change("PAY");
  });

  /** Change the pay so many times, each once the page has rested. Returns the milliseconds until each outcome was painted. */
  probe.change = async (times, rest) => {
    const taken = [];
    for (let turn = 0; turn < times; turn++) {
      await new Promise((resolve) => setTimeout(resolve, rest));
      const before = probe.outcomes.at(-1).gap;
      const begun = performance.now();
      const outcome = new Promise((resolve) => {
        painted = (gap) => gap !== before && resolve();
      });
      change(String(50_000 + 37 * turn));
      await outcome;
      await new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel(); // its message comes after the frame
          port1.onmessage = resolve;
          port2.postMessage(null);
        });
      });
      taken.push(performance.now() - begun);
    }
    return taken;
  };

  /** Follow a link. Whatever page it leads to, its outcome comes after this moment. */
  probe.follow = (link) => {
    const moment = now();
    document.querySelector(link).click();
    return moment;
  };
})();
