"""The folder edition, which opens with a double-click: convert the site to what a page may do on file://.

A page there cannot fetch anything, cannot start a worker from a file (in Chromium), and cannot load a font or share storage with another
page (in Firefox). It can load scripts and styles. So the runtime is embedded as base64 in scripts, the fonts in the style sheet, the
search worker runs in a frame, and the workbook is stored by one page that the others load in a hidden frame.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
from functools import partial
from pathlib import Path

import deflate

from .bundle import ASSETS, FOLDER
from .bundle import OUT as SCRIPTS
from .made_files import manifest
from .one_sheet import is_plain
from .progress import MADE, BuildError, in_parallel
from .runtime import OUT as RUNTIME

CARRIED = MADE / "carried"
LEVEL = 12
"""Of libdeflate: its highest."""

_LEFT_OUT = shutil.ignore_patterns("*.map", "sitemap.xml*", "404.html", "search_index.json")
"""Files that only a server or a debugger needs."""

_REMOTE_SHIM = re.compile(r'<script src="https://unpkg\.com/iframe-worker/shim"></script>')
_ASSETS = re.compile(r'(<script id="ug-assets" type="application/json">)(.*?)(</script>)', re.DOTALL)
_PRELOAD = re.compile(r'\s*<link rel="preload" as="font"[^>]*>')
_FONT = re.compile(r"""url\(["']?([^"')]+\.woff2)["']?\)""")
_LOADED = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed)\b[^>]*\bsrc=["']?(?:https?:)?//[^"'\s>]+"""
    r"""|<link\b(?=[^>]*\brel=["']?(?:stylesheet|(?:module)?preload|preconnect|icon|manifest))[^>]*\bhref=["']?(?:https?:)?//[^"'\s>]+"""
)
_FALLBACKS = re.compile(r"https://unpkg\.com/(?:resize-observer-polyfill|mermaid@\d+/dist/mermaid\.min\.js)")
"""What Material's script would fetch in a browser without ResizeObserver, or for a Mermaid diagram. Neither occurs here."""


def build_folder(site_dir: Path, out_dir: Path) -> None:
    """Make an unzipped download of a site that MkDocs built for it (UG_EDITION=folder, with Material's offline plugin).

    Args:
        site_dir: the output of MkDocs, with the files of .build/assets.json in it; it is not changed.
        out_dir: the folder to make; it must not exist yet.

    Raises:
        BuildError: when a page would load something from another host, or the runtime or the scripts have not been built.
    """
    if not ASSETS.is_file():
        raise BuildError("Build the runtime and the scripts first: .build/assets.json is missing.")
    shutil.copytree(site_dir, out_dir, ignore=_LEFT_OUT)
    paths: dict[str, str] = json.loads(ASSETS.read_text("utf-8"))
    files = out_dir / FOLDER
    made = manifest(SCRIPTS, RUNTIME)
    for kind in ("worker", "pyodide", "kept-site"):
        (out_dir / paths[kind]).unlink()
    shutil.copyfile(SCRIPTS / made["folder"], files / made["folder"])
    for path in _carried():
        shutil.copyfile(CARRIED / f"{path.name}.js", files / f"{path.name}.js")
        (files / path.name).unlink(missing_ok=True)
    store = Path(made["store"]).stem + ".html"
    script = (SCRIPTS / made["store"]).read_text("utf-8").replace("</", "<\\/")
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Where your workbook is kept</title>'
    (files / store).write_text(f"{head}<script>{script}</script></html>\n", "utf-8")
    fonts = {font for sheet in sorted(out_dir.rglob("*.css")) for font in _carry_fonts(sheet)}
    for font in fonts:
        font.unlink()
    for path in sorted(out_dir.rglob("*.js")):
        _remove_fallbacks(path)
    replaced = {"worker": made["folder-worker"], "store": store, **{kind: made[kind] for kind in ("unpacker", "snapshot")}}
    for path in sorted(out_dir.rglob("*.html")):
        if path.parent != files and not is_plain(path):
            _rewrite(path, files, made["folder"], replaced)


def carry() -> None:
    """Make .build/carried/ with a script in place of each file that a page on file:// cannot fetch, unless an earlier build made it."""
    CARRIED.mkdir(parents=True, exist_ok=True)
    wanted = {f"{path.name}.js": path for path in _carried()}
    for script in CARRIED.iterdir():
        if wanted.pop(script.name, None) is None:
            script.unlink()
    in_parallel(*(partial(_carry, path) for path in wanted.values()))


def _carried() -> list[Path]:
    """Return the files whose bytes scripts hold. Each has the hash of its content in its name."""
    made = manifest(SCRIPTS, RUNTIME)
    return [
        *(SCRIPTS / made[kind] for kind in ("folder-worker", "unpacker")),
        *(RUNTIME / made[kind] for kind in ("stdlib", "wasm", "snapshot")),
    ]


def _carry(path: Path) -> None:
    """Make a script that holds a file: the text of a script, and else the bytes, compressed with gzip, then encoded as base64."""
    if path.suffix == ".js":
        text = path.read_text("utf-8")
    else:
        text = base64.b64encode(deflate.gzip_compress(path.read_bytes(), LEVEL)).decode("ascii")
    unfinished = CARRIED / path.name  # an interrupted build leaves no half of a script
    unfinished.write_text(f'(globalThis.ugCarried??={{}})["{path.name}"]={json.dumps(text)};\n', "ascii")
    unfinished.replace(f"{unfinished}.js")


def _carry_fonts(sheet: Path) -> set[Path]:
    """Embed the fonts that a style sheet refers to, and return their files."""
    text = sheet.read_text("utf-8")
    fonts = set()

    def inline(url: re.Match[str]) -> str:
        font = (sheet.parent / url[1]).resolve()
        fonts.add(font)
        return f"url(data:font/woff2;base64,{base64.b64encode(font.read_bytes()).decode('ascii')})"

    carried = _FONT.sub(inline, text).replace("font-display:optional", "font-display:swap")  # these fonts are never late
    if fonts:
        sheet.write_text(carried, "utf-8")
    return fonts


def _remove_fallbacks(script: Path) -> None:
    text = script.read_text("utf-8")
    if _FALLBACKS.search(text):
        script.write_text(_FALLBACKS.sub("data:text/javascript,", text), "utf-8")


def _rewrite(page: Path, files: Path, script: str, replaced: dict[str, str]) -> None:
    here = Path(os.path.relpath(files, page.parent)).as_posix()
    text = _PRELOAD.sub("", page.read_text("utf-8"))
    text, shims = _REMOTE_SHIM.subn(f'<script src="{here}/{script}"></script>', text)
    if shims != 1:
        raise BuildError(f"{page.name}: the folder edition needs Material's offline plugin and exactly one search shim on each page")

    def with_replacements(assets: re.Match[str]) -> str:
        addresses = {**json.loads(assets[2]), **{kind: f"{here}/{name}" for kind, name in replaced.items()}}
        preloaded = ("worker", "unpacker") if "early" in addresses else ()
        links = "".join(f'<link rel="preload" as="script" href="{addresses[kind]}.js">' for kind in preloaded)
        return assets[1] + json.dumps(addresses).replace("<", "\\u003c") + assets[3] + links

    text = _ASSETS.sub(with_replacements, text)
    external = _LOADED.search(text)
    if external:
        raise BuildError(f"{page.name} would load something from another host: {external[0][:160]}")
    page.write_text(text, "utf-8")
