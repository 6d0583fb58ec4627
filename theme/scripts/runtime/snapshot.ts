import type { PyodideAPI, PyodideConfig } from "pyodide";
import type { Bytes } from "./runtime-files.ts";

/**
 * Memory snapshots of a started Python. This is the only module that knows Pyodide's undocumented snapshot options; decision 29 says what to do
 * when they change.
 */

/** Options for a Python of which `takeSnapshot` can take one. */
export const SNAPSHOT_OPTIONS: PyodideConfig = { _makeSnapshot: true };

/**
 * Options that restore a snapshot in place of starting Python.
 *
 * Pyodide refuses a snapshot of another build of its own.
 */
export function restoreOptions(snapshot: Uint8Array): PyodideConfig {
  return { _loadSnapshot: snapshot };
}

/** Copy the memory of a Python that was started with `SNAPSHOT_OPTIONS` and to which JavaScript holds no reference. */
export function takeSnapshot(pyodide: PyodideAPI): Bytes {
  return pyodide.makeMemorySnapshot() as Bytes;
}

/** Call a function of calculators/snapshot.py, and keep no reference to it. */
export function callSnapshotFunction(pyodide: PyodideAPI, name: "warm_up" | "after_restore") {
  const module = pyodide.pyimport("calculators.snapshot");
  module[name]();
  module.destroy();
}
