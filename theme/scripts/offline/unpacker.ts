import { unpack } from "../runtime/runtime-files.ts";
import type { Unpacked } from "../runtime/worker-protocol.ts";

/** The folder edition's worker that decompresses one file for another worker, and then ends. */

export interface Packed {
  /** The file: gzip, then base64. */
  text: string;
  /** Where the other worker waits for it. */
  port: MessagePort;
}

self.onmessage = async ({ data: { text, port } }: MessageEvent<Packed>) => {
  try {
    const bytes = await unpack(text);
    port.postMessage({ bytes } satisfies Unpacked, [bytes.buffer]);
  } catch (error) {
    port.postMessage({ error } satisfies Unpacked);
  }
  self.close();
};
