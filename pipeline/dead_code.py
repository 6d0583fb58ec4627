"""Pyodide without the code that only compiled packages could use (decision 39), and with shared indirect calls (decision 41)."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from .causes import build_error
from .environment import NODE_MODULES, node
from .made_files import digest, is_made, making
from .progress import MADE, ROOT, run

OUT = MADE / "pyodide"
SCRIPT = ROOT / "pipeline" / "node" / "dead-code.mjs"
_PACKAGES = ("pyodide", "binaryen", "terser", "wasmparser")
_INPUTS = (SCRIPT, SCRIPT.with_name("indirect-calls.mjs"), *(NODE_MODULES / package / "package.json" for package in _PACKAGES))
_ONE_AT_A_TIME = Lock()


def inputs() -> str:
    """Return a digest of what the result depends on."""
    return digest((str(number), path.read_bytes()) for number, path in enumerate(_INPUTS))


def build_pyodide() -> Path:
    """Make .build/pyodide/ with pyodide.asm.wasm and pyodide.asm.mjs, if its inputs changed.

    Returns:
        The folder. In Node, Pyodide can be started from it with an archive of Python's library.

    Raises:
        BuildError: when Pyodide's script has another form than dead-code.mjs expects.
    """
    current = inputs()
    with _ONE_AT_A_TIME:
        if not is_made(OUT, current):
            with making(OUT, current):
                done = run([node(), SCRIPT, OUT], "dead-code")
                if done.returncode != 0:
                    raise build_error("Pyodide could not be made smaller", done.stdout, "dead-code")
    return OUT
