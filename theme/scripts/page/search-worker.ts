/**
 * Material's search, started with the first text that is searched for. Material lets a site name its own search worker and says which
 * messages it exchanges with it; this one answers that it is ready, and fetches the index and starts Material's worker when there is a query.
 *
 * The address of Material's worker, from the site's root, is the fragment of this script's own address.
 */

/** Material's SearchMessageType. */
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];

type Message = { type: number; data?: unknown };

const site = new URL("../../", self.location.href);

/** The message with the index's settings, but no pages, see split_index in theme/mkdocs/search.py. */
let setup: { type: number; data: object };
let worker: Promise<Worker> | undefined;

/** Start Material's worker with the whole index. */
async function start(): Promise<Worker> {
  const response = await fetch(new URL("search/pages.json", site));
  const docs = await response.json();
  const material = new Worker(new URL(self.location.hash.slice(1), site));
  await new Promise((resolve, reject) => {
    material.onmessage = resolve;
    material.onerror = reject;
    material.postMessage({ ...setup, data: { ...setup.data, docs } });
  });
  material.onmessage = ({ data }) => self.postMessage(data);
  return material;
}

self.onmessage = async ({ data }: MessageEvent<Message>) => {
  if (data.type === SETUP) {
    setup = data as typeof setup;
    self.postMessage({ type: READY });
  } else if (data.type === QUERY && data.data === "" && !worker) {
    self.postMessage({ type: RESULT, data: { items: [] } });
  } else {
    worker ??= start();
    worker.then(
      (material) => material.postMessage(data),
      () => {
        worker = undefined; // the next query tries again
      },
    );
  }
};
