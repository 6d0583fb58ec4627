/**
 * Material's search worker in the folder, where no browser starts a worker from a file: its script runs in a hidden frame. The policy of
 * the pages holds there too, so the frame has no script of its own.
 */
export class FrameWorker extends EventTarget {
  onmessage: ((event: MessageEvent) => void) | null = null;

  #frame = Object.assign(document.createElement("iframe"), { hidden: true });
  #loaded: Promise<void>;

  constructor(url: string | URL) {
    super();
    document.body.append(this.#frame);
    const { document: inside } = this.#inside;
    inside.open(); // or else Firefox would replace the empty document
    inside.close();
    inside.documentElement ?? inside.append(inside.createElement("html"));
    const load = (address: string | URL) =>
      new Promise<void>((resolve, reject) => {
        const script = Object.assign(inside.createElement("script"), { src: String(address), onload: () => resolve(), onerror: reject });
        inside.documentElement.append(script);
      });
    Object.assign(this.#inside, {
      postMessage: (data: unknown) => this.#receive(data),
      importScripts: async (...addresses: string[]) => {
        for (const address of addresses) await load(address);
      },
    });
    this.#loaded = load(url);
  }

  get #inside() {
    return this.#frame.contentWindow as Window & typeof globalThis;
  }

  #receive(data: unknown) {
    const event = new MessageEvent("message", { data });
    this.dispatchEvent(event);
    this.onmessage?.(event);
  }

  async postMessage(data: unknown) {
    await this.#loaded;
    this.#inside.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }));
  }

  terminate() {
    this.#frame.remove();
  }
}
