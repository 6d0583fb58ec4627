"""MkDocs hook: render the macros in Markdown, and add the scripts and the Python runtime to the site."""

from __future__ import annotations

import importlib
import json
import os
import re
import shutil
import sys
import traceback
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined, TemplateError, pass_context
from markupsafe import Markup
from mkdocs.exceptions import PluginError
from mkdocs.utils import get_relative_url
from mkdocs.utils import meta as front_matter

if TYPE_CHECKING:
    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / ".build"
ASSETS = "assets/ug"

_CALCULATOR = re.compile(r"<gig-calculator\b[^>]*>")

_state: dict[str, Any] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set up the macros. Under `serve`, first drop the modules of the last build, whose code may have changed."""
    if "macros" in _state:
        for name in [name for name in sys.modules if name.split(".")[0] == "calculators" or name.startswith("theme.")]:
            del sys.modules[name]
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))  # MkDocs loads a hook by its path, without this folder on sys.path
    importlib.invalidate_caches()
    macros = importlib.import_module("theme.mkdocs.macros").Macros(day=_build_day(), edition=os.environ.get("UG_EDITION", "hosted"))
    # "{#" starts an anchor in Markdown's attribute lists, so comments need another delimiter
    environment = Environment(undefined=StrictUndefined, comment_start_string="{##", comment_end_string="##}")  # noqa: S701 - the text is Markdown
    environment.globals.update(macros.names())
    _state.update(
        macros=macros,
        environment=environment,
        terms=importlib.import_module("theme.mkdocs.terms"),
        tables=importlib.import_module("theme.mkdocs.book_tables"),
    )
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave templates, unbundled scripts and Python files, which only the build reads, out of the site."""
    del config
    for file in list(files):
        if file.src_uri.startswith(("components/", "scripts/")) or file.src_uri.endswith(".py"):
            files.remove(file)
    return files


def _build_day() -> date:
    """The day whose parameters hold: that of SOURCE_DATE_EPOCH if set, which makes builds reproducible; otherwise today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return date.fromtimestamp(int(epoch)) if epoch else date.today()  # noqa: DTZ011, DTZ012 - a calendar day


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Render the macros in a page's Markdown.

    Raises:
        PluginError: when a macro fails; it names the page and the reason, and stops the build.
    """
    del config
    _state["macros"].page_url = page.url
    _state["macros"].addresses = {file.src_uri: file.url for file in files.documentation_pages()}
    try:
        return str(_state["environment"].from_string(markdown).render(page=page))
    except (TemplateError, ValueError, LookupError, TypeError) as error:
        raise PluginError(f"{page.file.src_uri}: {error}") from error
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(last.filename).name}, line {last.lineno}"
        raise PluginError(f"{page.file.src_uri}: {type(error).__name__}: {error} ({where})") from error


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Wrap tables, link glossary terms in chapters, and replace the placeholders of macros by their HTML."""
    del config
    html = _state["tables"].wrap_tables(html)
    if page.file.src_uri.startswith("chapters/"):
        html = _with_terms(html, page, files)
    for key, markup in _state["macros"].embeds.items():
        html = html.replace(f'<div id="{key}"></div>', markup)
    return html


def _with_terms(html: str, page: Page, files: Files) -> str:
    source = files.get_file_from_path("reference/glossary.md")
    if source is None:
        raise PluginError("the chapters link to reference/glossary.md, and there is no such page")
    text, meta = front_matter.get_data(source.content_string)
    try:
        entries = _state["terms"].terms(text, meta.get("linked_as", {}))
    except LookupError as error:
        raise PluginError(f"{source.src_uri}: {error}") from error
    return str(_state["terms"].link_terms(html, entries, get_relative_url(source.url, page.url)))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Define `ug_head()` for templates, which returns what belongs into a page's head: the scripts, and the files' addresses."""
    del config, files
    env.globals["ug_head"] = _head
    return env


@pass_context
def _head(context: Context) -> Markup:
    manifest = BUILD / "assets.json"
    if not manifest.exists():
        return Markup("")
    page = context.get("page")
    base = context.get("base_url", ".")

    def address(path: str) -> str:
        return str(get_relative_url(path, page.url)) if page is not None else f"{base.rstrip('/')}/{path}"

    paths: dict[str, str] = json.loads(manifest.read_text("utf-8"))
    addresses = json.dumps({name: address(path) for name, path in paths.items()}).replace("<", "\\u003c")
    elements = [f'<script id="ug-assets" type="application/json">{addresses}</script>']
    calculators = _CALCULATOR.findall(page.content or "") if page is not None else []
    if os.environ.get("UG_EDITION") != "folder" and any(" data-play" not in tag for tag in calculators):
        elements.append(f"<script>{_early_start()}</script>")
    if calculators:
        elements.append(f'<link rel="preload" as="script" href="{address(paths["calculator"])}">')
    elements.append(f'<script src="{address(paths["page"])}" defer></script>')
    return Markup("".join(elements))  # noqa: S704 - our own


def _early_start() -> str:
    """Return the script that starts Python before the rest of the page."""
    scripts = BUILD / "scripts"
    names: dict[str, str] = json.loads((scripts / "manifest.json").read_text("utf-8"))
    return (scripts / names["early-start"]).read_text("utf-8").strip()


def on_post_build(config: MkDocsConfig) -> None:
    """Copy the scripts and the runtime into the site."""
    manifest = BUILD / "assets.json"
    if not manifest.exists():
        return
    target = Path(config.site_dir)
    for path in json.loads(manifest.read_text("utf-8")).values():
        name = Path(path).name
        source = next((folder / name for folder in (BUILD / "scripts", BUILD / "runtime") if (folder / name).exists()), None)
        if source is None:
            raise PluginError(f"{path} is listed in .build/assets.json but was not built")
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target / path)
