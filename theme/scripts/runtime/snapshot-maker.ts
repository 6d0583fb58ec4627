import type { PyodideClient, WorkerPort } from "./pyodide-client.ts";
import type { Init, ToWorker } from "./worker-protocol.ts";

/** Keeps a memory snapshot for the next start, made by a second Python while the reader is idle. Loaded once Python started without one. */

/** How long Python has to rest, so that nobody who is typing waits, and how often that is looked at. */
const IDLE_MS = 5_000;
const LOOK_MS = 1_000;
/** The 20 MB of a snapshot without its zeros, the 16 MB of its files, and as much again. */
const ROOM_BYTES = 72_000_000;
const ENOUGH_MEMORY_GB = 4;

declare global {
  interface Navigator {
    /** In GB; only some browsers tell. */
    readonly deviceMemory?: number;
  }
}

/** @returns whether this browser has the memory for a second Python, room for a snapshot, and may keep it */
async function mayMake(): Promise<boolean> {
  const { deviceMemory } = navigator;
  if (navigator.connection?.saveData) return false;
  // A phone that does not tell its memory may end a page that starts two Pythons.
  if (deviceMemory === undefined ? navigator.maxTouchPoints > 0 : deviceMemory < ENOUGH_MEMORY_GB) return false;
  try {
    await navigator.storage.getDirectory(); // refused in the private windows of some browsers
    const { quota = 0, usage = 0 } = await navigator.storage.estimate();
    return quota - usage >= ROOM_BYTES;
  } catch {
    return false;
  }
}

/**
 * Make a snapshot as soon as the reader is idle.
 *
 * @param connect starts a worker, and gives the message that would start Python in it
 */
async function makeSnapshotWhenIdle(client: PyodideClient, connect: () => { worker: WorkerPort; init: Init }) {
  if (!(await mayMake())) return;
  const timer = setInterval(() => {
    if (client.idleFor < IDLE_MS || document.hidden) return;
    clearInterval(timer);
    make(connect());
  }, LOOK_MS);
}

function make({ worker, init }: { worker: WorkerPort; init: Init }) {
  worker.onmessage = ({ data: { type } }) => {
    worker.terminate(); // kept, or failed: then the next visit starts Python anew
    if (type === "kept") performance.mark("gig:snapshot");
  };
  worker.onerror = () => worker.terminate();
  const message: ToWorker = { type: "snapshot", files: init };
  worker.postMessage(message);
}

declare global {
  var ugSnapshotMaker: typeof makeSnapshotWhenIdle | undefined;
}

globalThis.ugSnapshotMaker = makeSnapshotWhenIdle;
