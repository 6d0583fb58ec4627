"""MkDocs hook: render the macros in Markdown, and add the scripts and the Python runtime to the site."""

import base64
import functools
import hashlib
import importlib
import json
import os
import re
import shutil
import sys
import traceback
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, StrictUndefined, TemplateError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils import meta as front_matter

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / ".build"
ASSETS = "assets/ug"

_SEARCH_WORKER = re.compile(r'"search": "(?:[^"]*/)?(assets/javascripts/workers/search\.\w+\.min\.js)"')
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
    edition, download = os.environ.get("UG_EDITION", "hosted"), os.environ.get("UG_DOWNLOAD", "")
    macros = importlib.import_module("theme.mkdocs.macros").Macros(_build_day(), edition, download)
    # "{#" starts an anchor in Markdown's attribute lists, so comments need another delimiter
    environment = Environment(undefined=StrictUndefined, comment_start_string="{##", comment_end_string="##}")  # noqa: S701 - the text is Markdown
    environment.globals.update(macros.names())
    for module in ("kept_site", "records", "embeds", "stored"):
        environment.globals.update(importlib.import_module(f"theme.mkdocs.{module}").names(macros))
    _state.update(
        macros=macros,
        environment=environment,
        embeds=importlib.import_module("theme.mkdocs.embeds"),
        terms=importlib.import_module("theme.mkdocs.terms"),
        tables=importlib.import_module("theme.mkdocs.book_tables"),
        papers=importlib.import_module("theme.mkdocs.papers"),
        app=importlib.import_module("theme.mkdocs.app_manifest"),
        source=importlib.import_module("theme.mkdocs.source_code"),
        sheets={},
        search=importlib.import_module("theme.mkdocs.search"),
        slides=importlib.import_module("theme.mkdocs.slides"),
        sessions={},
    )
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave templates, unbundled scripts and the build's own files out of the site."""
    del config
    for file in list(files):
        if file.src_uri.startswith(("components/", "scripts/", "mkdocs/")) or file.src_uri.endswith(".py"):
            files.remove(file)
    return files


def _build_day() -> date:
    """The day whose parameters hold: that of SOURCE_DATE_EPOCH in UTC if set, which makes builds reproducible; otherwise today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()  # noqa: DTZ011 - the local calendar day


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Tell the macros every page's address, now that the files are complete."""
    del config
    _state["macros"].addresses = {file.src_uri: file.url for file in files.documentation_pages()}
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Render the macros in a page's Markdown.

    Raises:
        PluginError: when a macro fails; it names the page and the reason, and stops the build.
    """
    del config, files
    _state["macros"].page_url = page.url
    try:
        return str(_state["environment"].from_string(markdown).render(page=page))
    except (TemplateError, ValueError, LookupError, TypeError) as error:
        raise PluginError(f"{page.file.src_uri}: {error}") from error
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(last.filename).name}, line {last.lineno}"
        raise PluginError(f"{page.file.src_uri}: {type(error).__name__}: {error} ({where})") from error


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Remember a page's paper or slides, wrap tables, link glossary terms in chapters, and fill in what macros have made.

    What the search doesn't read comes later, in on_page_context.
    """
    del config
    html = _state["tables"].align_by_class(html)
    if page.file.src_uri.startswith("papers/") and (blocks := _state["papers"].paper(html)):
        _state["sheets"][Path(page.file.src_uri).stem] = blocks
    if page.file.src_uri.startswith("teachers/session-"):
        html = _with_slides(html, page)
    html = _state["tables"].wrap_tables(html)
    if page.file.src_uri.startswith("chapters/"):
        html = _with_terms(html, page, files)
    return str(_state["macros"].placeholders.fill(html))


@event_priority(-100)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Fill in what the search doesn't read, after Material's plugin has read the page.

    The panel “About you” is followed by its script, which gives it its shape before it is painted.
    """
    del context, config, nav
    html = _state["macros"].placeholders.fill_unsearched(page.url, page.content)
    if "</gig-about>" in html and _paths():
        html = html.replace("</gig-about>", f"</gig-about><script>{_inlined('about-start')}</script>")
    page.content = html


def _with_slides(html: str, page: Page) -> str:
    """Remember a session, and link its slides and its handout from its page."""
    slides, name = _state["slides"], Path(page.file.src_uri).stem
    _state["sessions"][name] = slides.session(html)
    addresses = (get_relative_url(f"{slides.FOLDER}/{name}-{kind}.html", page.url) for kind in ("slides", "handout"))
    return str(slides.with_links(html, *addresses))


def _with_terms(html: str, page: Page, files: Files) -> str:
    source = files.get_file_from_path("reference/glossary.md")
    if source is None:
        raise PluginError("the chapters link to reference/glossary.md, and there is no such page")
    try:
        entries = _glossary(source.content_string)
    except LookupError as error:
        raise PluginError(f"{source.src_uri}: {error}") from error
    return str(_state["terms"].link_terms(html, entries, get_relative_url(source.url, page.url)))


@functools.lru_cache(maxsize=1)
def _glossary(markdown: str) -> object:
    """Return the terms of the glossary's Markdown, which are the same for every chapter."""
    text, meta = front_matter.get_data(markdown)
    return _state["terms"].terms(text, meta.get("linked_as", {}))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Define for templates `ug_head()`, a page's scripts and the files' addresses, and `ug_lazy_search(settings)`.

    Material's templates are compiled once for both editions, and again only when they change.
    """
    del config, files
    templates = BUILD / "templates"
    templates.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(templates))
    env.globals["ug_head"] = _head
    env.globals["ug_lazy_search"] = _lazy_search
    return env


@pass_context
def _head(context: Context) -> Markup:
    paths = _paths()
    if not paths:
        return Markup("")
    page = context.get("page")
    site = context["config"].site_url
    published = {} if _is_hosted() or not site else {"site": site}
    figures = _address(context, f"{ASSETS}/{_state['source'].folder_name()}/")
    values = {name: _address(context, path) for name, path in paths.items()} | published | {"figures": figures} | _made(paths)
    calculators = _CALCULATOR.findall(page.content or "") if page is not None else []
    is_early = bool(calculators) and page.file.src_uri.startswith("calculators/")  # Python starts with the page
    if is_early and not _is_hosted():
        values["early"] = True
    addresses = json.dumps(values).replace("<", "\\u003c")
    elements = [f'<script id="ug-assets" type="application/json">{addresses}</script>']
    if is_early and _is_hosted():
        elements.append(f"<script>{_inlined('early-start')}</script>")
    if _is_hosted():
        elements.extend(_installable(context))
    if calculators:
        elements.append(f'<link rel="preload" as="script" href="{_address(context, paths["calculator"])}">')
    elements.append(f'<script src="{_address(context, paths["page"])}" defer></script>')
    return Markup("".join(elements))  # noqa: S704 - our own


@functools.cache
def _integrity(path: str) -> str:
    """Return the digest of a built file. Its name has a hash, so another content has another path."""
    return _digest(_built(path).read_bytes())


def _digest(content: bytes) -> str:
    """Return the digest of a content, as in an element's attribute `integrity`."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode("ascii")


def _built(path: str) -> Path:
    """Return the built file that is published at a path."""
    name = Path(path).name
    source = next((folder / name for folder in (BUILD / "scripts", BUILD / "runtime") if (folder / name).exists()), None)
    if source is None:
        raise PluginError(f"{path} is listed in .build/assets.json but was not built")
    return source


def _installable(context: Context) -> list[str]:
    """Return what lets a browser install the site, and the script that later keeps it for use without a network.

    The preview has no service worker: its files change while it runs.
    """
    app = _state["app"]
    links = [
        f'<link rel="manifest" href="{_address(context, app.MANIFEST)}">',
        f'<link rel="apple-touch-icon" href="{_address(context, app.APPLE_ICON)}">',
    ]
    return links if os.environ.get("UG_LIVE") else [*links, f"<script>{_inlined('kept-site-start')}</script>"]


@pass_context
def _lazy_search(context: Context, settings: str) -> Markup:
    """Replace the search worker in Material's settings by ours, which starts Material's own when it is needed."""
    paths = _paths()
    if not paths or not _is_hosted():
        return Markup(settings)  # noqa: S704 - Material's own
    ours = _address(context, paths["search"])
    changed, count = _SEARCH_WORKER.subn(lambda worker: f'"search": "{ours}#{worker[1]}"', settings)
    if count != 1:
        raise PluginError("Material's settings name its search worker in another way than theme/mkdocs/hooks.py expects")
    return Markup(changed)  # noqa: S704 - Material's own


def _paths() -> dict[str, str]:
    """Return the address of each built file from the site's root, or nothing before the first build."""
    manifest = BUILD / "assets.json"
    paths: dict[str, str] = json.loads(manifest.read_text("utf-8")) if manifest.exists() else {}
    return paths


def _made(paths: dict[str, str]) -> dict[str, object]:
    """Return what a page knows of the files: the size of what starts Python, decompressed, its digests, and one of all addresses."""
    size = sum(_built(paths[kind]).stat().st_size for kind in ("stdlib", "wasm"))
    checked = {kind: _integrity(paths[kind]) for kind in ("pyodide", "stdlib", "wasm")}
    return {"bytes": size, "integrity": checked, "edition": _digest(json.dumps(paths).encode())}


def _address(context: Context, path: str) -> str:
    """Return an address as seen from the page that is being rendered."""
    page = context.get("page")
    return str(get_relative_url(path, page.url)) if page is not None else f"{context.get('base_url', '.').rstrip('/')}/{path}"


def _is_hosted() -> bool:
    return os.environ.get("UG_EDITION") != "folder"


def _inlined(kind: str) -> str:
    """Return a script that pages contain."""
    scripts = BUILD / "scripts"
    names: dict[str, str] = json.loads((scripts / "manifest.json").read_text("utf-8"))
    return (scripts / names[kind]).read_text("utf-8").strip()


def on_post_build(config: MkDocsConfig) -> None:
    """Write the papers, the app manifest and the frames' pages, copy scripts and runtime, and split the search index."""
    paths = _paths()
    target = Path(config.site_dir)
    _write_papers(target / _state["papers"].FOLDER)
    if _is_hosted():
        _state["app"].write_app(target, config.site_name, config.site_description or "")
    _write_slides(target / _state["slides"].FOLDER)
    _state["source"].write_source_scripts(target / ASSETS)
    if paths and _is_hosted():
        _write_embeds(target, config.site_name, paths)
    for path in paths.values():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_built(path), target / path)
    shutil.rmtree(target / "assets" / "javascripts" / "lunr", ignore_errors=True)  # Material's stemmers of other languages
    if paths and _is_hosted():
        _state["search"].split_index(target / "search")


def _write_embeds(target: Path, site_name: str, paths: dict[str, str]) -> None:
    """Write the calculators' pages for frames and the script that other sites load; paths gets the frame's own script."""
    names: dict[str, str] = json.loads((BUILD / "scripts" / "manifest.json").read_text("utf-8"))
    embeds = _state["embeds"]
    shutil.copyfile(BUILD / "scripts" / names["embed"], target / embeds.SCRIPT)
    paths["embed-frame"] = f"{ASSETS}/{names['embed-frame']}"
    embeds.write_embeds(target, _state["macros"], paths, _made(paths), site_name)


def _write_papers(folder: Path) -> None:
    """Write each paper as text and as an OpenDocument file."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, blocks in _state["sheets"].items():
        (folder / f"{name}.txt").write_text(_state["papers"].as_text(blocks), "utf-8")
        (folder / f"{name}.odt").write_bytes(_state["papers"].as_odt(blocks))


def _write_slides(folder: Path) -> None:
    """Write the slides and the handout of each session."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, session in _state["sessions"].items():
        (folder / f"{name}-slides.html").write_text(_state["slides"].slides_document(session), "utf-8")
        (folder / f"{name}-handout.html").write_text(_state["slides"].handout_document(session), "utf-8")
