"""What the benchmark serves: the site, and its neighbors, which compute the same from the same form."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from benchmarks.browser.server import compress
from calculators import bridge
from calculators.catalogue.equalizer import CALCULATOR
from pipeline import editions, environment
from pipeline.progress import MADE, BuildError, run, step

PAGES = Path(__file__).parents[1] / "neighbors" / "pages"
MADE_HERE = MADE / "bench"
SERVED = MADE_HERE / "served"

NAMES = {
    "site": "Ultimate Gig",
    "bare": "Bare Pyodide",
    "micropython": "PyScript, MicroPython",
    "theme": "pyodide-mkdocs-theme",
    "plain": "Plain JavaScript",
}
"""The name of each subject, by its folder on the server."""

START = {"site": "site/calculators/equalizer/"}
"""The address of a subject's first page, where it is not its folder."""

_INTEGRITY = re.compile(r'\s*integrity: "sha256-[^"]*",')


def prepare() -> None:
    """Build the site, install the neighbors, and lay everything out below SERVED, compressed.

    Raises:
        BuildError: when a part cannot be built or installed.
    """
    editions.make_if_changed()
    python, packages = environment.prepare_neighbors()
    with step("Neighbors"):
        shutil.rmtree(SERVED, ignore_errors=True)
        shutil.copytree(editions.SITE, SERVED / "site", ignore=shutil.ignore_patterns("download"))
        _bare(packages)
        _micropython(packages)
        _plain()
        _theme(python, packages)
    with step("Brotli"):
        compress(SERVED, MADE_HERE / "brotli")


def _bare(packages: Path) -> None:
    folder = _page("bare", '<script type="module" src="page.js"></script>')
    _copy(folder, PAGES / "equalizer.py", PAGES / "worker.js")
    shutil.copyfile(PAGES / "bare.js", folder / "page.js")
    names = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
    _copy(folder / "pyodide", *(packages / "pyodide" / name for name in names))


def _micropython(packages: Path) -> None:
    settings = json.dumps({"interpreter": "./micropython/micropython.mjs"})
    core = '<link rel="stylesheet" href="core/core.css"><script type="module" src="core/core.js"></script>'
    folder = _page("micropython", f"{core}<script type='mpy' src='main.py' config='{settings}'></script>")
    (folder / "main.py").write_text(_in_page(), "utf-8")
    shutil.copytree(packages / "@pyscript" / "core" / "dist", folder / "core", ignore=shutil.ignore_patterns("*.map"))
    package = packages / "@micropython" / "micropython-webassembly-pyscript"
    _copy(folder / "micropython", package / "micropython.mjs", package / "micropython.wasm")


def _plain() -> None:
    for name, link in (("plain", "second/"), ("plain/second", "../")):
        _page(name, f'<a rel="next" href="{link}">Next</a><script type="module" src="/plain/page.js"></script>')
    shutil.copyfile(PAGES / "plain.js", SERVED / "plain" / "page.js")


def _theme(python: Path, packages: Path) -> None:
    """Build a page with pyodide-mkdocs-theme, and have it load from this server what it loads from others."""
    source, folder = MADE_HERE / "theme-source", SERVED / "theme"
    shutil.rmtree(source, ignore_errors=True)
    (source / "docs").mkdir(parents=True)
    _copy(source, PAGES / "mkdocs.yml")
    (source / "docs" / "index.md").write_text(f'# The equalizer\n\n{_form()}\n\n{{{{ run("main") }}}}\n', "utf-8")
    (source / "docs" / "main.py").write_text(f"# --- PYODIDE:env --- #\n{_in_page()}", "utf-8")
    done = run([python, "-m", "mkdocs", "build", "--quiet", "-f", source / "mkdocs.yml", "-d", folder], "neighbor-theme")
    if done.returncode != 0:
        raise BuildError("pyodide-mkdocs-theme could not build its page. See .build/logs/neighbor-theme.txt")
    local = {
        "lodash@4.17.20/lodash.min.js": packages / "lodash" / "lodash.min.js",
        "jquery@3.7.1": packages / "jquery" / "dist" / "jquery.min.js",
        "jquery.terminal@2.43.1/css/jquery.terminal.min.css": packages / "jquery.terminal" / "css" / "jquery.terminal.min.css",
        "mathjax@3/es5/tex-mml-chtml.js": packages / "mathjax" / "es5" / "tex-mml-chtml.js",
    }
    _copy(folder / "npm", *local.values())
    for part in ("output/svg", "input/tex/extensions"):  # what MathJax loads for itself
        shutil.copytree(packages / "mathjax" / "es5" / part, folder / "npm" / part)
    _copy(folder / "npm" / "output", packages / "mathjax" / "es5" / "output" / "svg.js")
    moved = {f"https://cdn.jsdelivr.net/npm/{address}": f"/theme/npm/{path.name}" for address, path in local.items()}
    moved["https://cdn.jsdelivr.net/pyodide/v0.25.0/full/"] = "/theme/npm/"
    names = ("pyodide.js", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
    _copy(folder / "npm", *(packages / "pyodide" / name for name in names))

    def with_moved(text: str) -> str:
        for address, path in moved.items():
            text = text.replace(address, path)
        return _INTEGRITY.sub("", text)

    for page in (folder / "index.html", *(folder / "js-per-pages").glob("*.js")):
        _rewrite(page, with_moved)


def _page(name: str, scripts: str) -> Path:
    folder = SERVED / name
    folder.mkdir(parents=True)
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>The equalizer</title><link rel="icon" href="data:,">'
    (folder / "index.html").write_text(f"{head}\n{_form()}\n{scripts}\n</html>\n", "utf-8")
    return folder


def _form() -> str:
    return (PAGES / "form.html").read_text("utf-8").strip().format(**bridge.defaults(CALCULATOR))


def _in_page() -> str:
    return (PAGES / "equalizer.py").read_text("utf-8") + (PAGES / "in_page.py").read_text("utf-8")


def _copy(folder: Path, *files: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in files:
        shutil.copyfile(path, folder / path.name)


def _rewrite(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text("utf-8")), "utf-8")


def gap(pay: str) -> float:
    """Return the gap for a pay and the usual inputs otherwise, as our Python computes it here."""
    answer = json.loads(bridge.run(json.dumps({"calculator": "equalizer", "inputs": {"pay": pay}})))
    return float(answer["figures"]["gap"])


def versions(packages: Path) -> dict[str, str]:
    """Return the versions of what was installed, by package."""
    names = ("pyodide", "@pyscript/core", "@micropython/micropython-webassembly-pyscript", "lighthouse")
    return {name: json.loads((packages / name / "package.json").read_text("utf-8"))["version"] for name in names}


def theme_version() -> str:
    """Return the version of pyodide-mkdocs-theme in the lock."""
    lock = (environment.NEIGHBOR_LOCKS / "requirements.txt").read_text("utf-8")
    return lock.partition("pyodide-mkdocs-theme==")[2].split()[0]


def lighthouse(packages: Path, address: str, chromium: Path, flags: str) -> float:
    """Return Lighthouse's score of a page's performance on a phone, from 0 to 100."""
    script = packages / "lighthouse" / "cli" / "index.js"
    options = ["--quiet", "--output=json", "--only-categories=performance", f"--chrome-flags={flags}"]
    done = subprocess.run(
        [environment.node(), script, address, *options],
        env={**os.environ, "CHROME_PATH": str(chromium)},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=300,
    )
    return float(json.loads(done.stdout)["categories"]["performance"]["score"]) * 100
