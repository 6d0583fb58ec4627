// Runs the same statements in two Pyodides, as published and without dead code: node compare_pyodides.mjs ANSWERS
// ANSWERS becomes a JSON list with an object for each Pyodide: what each statement returned or raised, by its name.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { HOME, startPyodide, startShipped } from "../../pipeline/node/pyodide.mjs";

const [answers = ""] = process.argv.slice(2).map((name) => path.resolve(name));

/** Each returns something that JSON can hold. @type {Record<string, (python: import("pyodide").PyodideAPI) => unknown>} */
const STATEMENTS = {
  arithmetic: (python) =>
    python.runPython("import math; [2**200 % 97, 7 // -2, round(2.675, 2), math.fsum([0.1] * 10), math.erf(0.3)]").toJs(),
  decimal: (python) => python.runPython("from decimal import Decimal; str(Decimal(1) / 7) + format(Decimal('1234567.891'), ',.2f')"),
  text: (python) =>
    python.runPython("import unicodedata; unicodedata.normalize('NFKD', 'ﬁancé').upper() + 'ß'.casefold() + repr('\\u200b')"),
  codecs: (python) => python.runPython("'¥ € å'.encode('cp1252', 'replace').hex() + b'\\x83e\\x83X'.decode('shift_jis')"),
  expressions: (python) => python.runPython("import re; re.sub(r'(?<=\\d)(?=(\\d{3})+$)', ',', '1234567')"),
  dates: (python) =>
    python.runPython("import datetime; str(datetime.date(2024, 2, 29) + datetime.timedelta(366)) + f'{datetime.date(2026, 1, 1):%A %j}'"),
  hashes: (python) => python.runPython("import hashlib, zlib; hashlib.sha256(b'gig').hexdigest() + str(zlib.crc32(zlib.compress(b'gig')))"),
  json: (python) => python.runPython("import json; json.dumps(json.loads('{\"é\": [1e400, -0.0, null, 12345678901234567890]}'))"),
  structures: (python) => python.runPython("import struct, array; struct.pack('>dHq', 1.5, 7, -9).hex() + repr(array.array('d', [1, 2]))"),
  files: (python) =>
    python
      .runPython(
        "import pathlib; p = pathlib.Path('/tmp/x/y'); p.parent.mkdir(); p.write_text('é'); [p.read_bytes(), p.stat().st_size, [str(f) for f in p.parent.iterdir()]]",
      )
      .toString(),
  recursion: (python) =>
    python.runPython(
      "f = lambda n: n if n == 0 else f(n - 1)\ntry:\n f(10**6)\nexcept RecursionError as error: result = type(error).__name__\nresult",
    ),
  generators: (python) => python.runPython("sorted((x * x % 7 for x in range(9)), key=lambda x: (-x, x))").toJs(),
  threads: (python) =>
    python.runPython(
      "import threading\ntry:\n threading.Thread(target=print).start()\nexcept RuntimeError as error: result = str(error)\nresult",
    ),
  errors: (python) => {
    try {
      return python.runPython("{}['é']");
    } catch (error) {
      return String(error).split("\n").slice(-2);
    }
  },
  "errors of JavaScript": (python) => {
    const fail = () => {
      throw new RangeError("too far");
    };
    const ask = python.runPython("def ask(fail):\n try:\n  fail()\n except Exception as error: return str(error)\nask");
    return ask(fail);
  },
  "objects to Python": (python) =>
    python.runPython("lambda x: repr(x)")(python.toPy({ a: [1, 2.5, "é", null], b: new Map([["c", true]]) })),
  "objects from Python": (python) =>
    python.runPython("{'a': [1, 2.5, 'é', None], 'b': (True, 2**70)}").toJs({ dict_converter: (pairs) => [...pairs].map(String) }),
  "large integers": (python) => String(python.runPython("2**70 + 1")),
  "calls with names": (python) => python.runPython("def f(a, *b, c=1, **d): return repr((a, b, c, d))\nf").callKwargs(1, 2, { c: 3, e: 4 }),
  "buffers to Python": (python) => python.runPython("lambda x: bytes(x.to_py())[::-1].hex()")(new Uint8Array([1, 2, 255])),
  "buffers from Python": (python) => [...python.runPython("memoryview(b'gig')[1:]").toJs()],
  promises: (python) => python.runPythonAsync("import asyncio\nasync def wait(): await asyncio.sleep(0); return 'waited'\nawait wait()"),
  "modules of JavaScript": (python) => {
    python.registerJsModule("gig", { hours: 3, pay: (/** @type {number} */ rate) => rate * 3 });
    const pay = python.runPython("from gig import hours, pay; pay(hours)");
    python.unregisterJsModule("gig");
    return pay;
  },
  iteration: (python) => python.runPython("lambda x: [y for y in x] + [len(x), 2 in x]")([1, 2, 3]).toJs(),
  globals: (python) => {
    python.globals.set("pay", 20);
    return python.runPython("pay * 2");
  },
  loops: (python) => python.runPython("total = 0\nfor i in range(200_000): total = (total * 31 + i) % 1_000_003\ntotal"),
};

/** @param {import("pyodide").PyodideAPI} python */
async function answer(python) {
  const said = /** @type {Record<string, unknown>} */ ({});
  for (const [name, statement] of Object.entries(STATEMENTS)) {
    said[name] = await Promise.resolve()
      .then(() => statement(python))
      .catch((error) => `${error}`);
  }
  return said;
}

const published = await answer(await startPyodide({}));
const ours = await answer(await startShipped(path.join(HOME, "python_stdlib.zip")));
writeFileSync(answers, JSON.stringify([published, ours]));
