/**
 * What Pyodide wants to know about packages: there are none, everything is in our archive. With it no pyodide-lock.json is fetched.
 * The versions are those of the pinned npm package; tests/browser and the build's own start would fail on others.
 */
export const lockFile = {
  info: {
    abi_version: "2026_0",
    arch: /** @type {const} */ ("wasm32"),
    platform: "emscripten_5_0_3",
    version: "314.0.7",
    python: "3.14.2",
  },
  packages: {},
};
