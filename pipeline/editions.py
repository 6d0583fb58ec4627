"""The two editions of the site: site/ for a web server, and a folder in dist/ that opens with a double-click."""

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Literal

from . import policy, publish
from .causes import build_error
from .made_files import digest, manifest
from .progress import MADE, ROOT, in_parallel, run, step

SITE = ROOT / "site"
FOLDER_PAGES = MADE / "folder-pages"
MADE_FROM = MADE / "site-made-from"

_SIZE = "size-of-the-download"
"""Stands for the download's size in the pages, as in theme/mkdocs/macros.py."""
_STORED, _SENT = "size-of-the-kept-site", "size-of-what-is-fetched"
"""Stand for the sizes of the site that a browser keeps, as in theme/mkdocs/kept_site.py."""

Edition = Literal["hosted", "folder"]


def archive() -> Path:
    """Return the path of the download, whether it exists yet or not."""
    return publish.DIST / f"{publish.name()}.zip"


def download() -> str:
    """Return the path of the download in the site."""
    return f"download/{archive().name}"


def make_parts() -> None:
    """Build what both editions load: the fonts, the Python runtime and the scripts. Unchanged parts are not built again.

    Raises:
        BuildError: when a calculator or a template is broken, or a part cannot be built.
    """
    from . import bundle, fonts, runtime  # these need the packages that environment.py installs

    check_calculators()
    packages, made_fonts = ROOT / "node_modules" / "@fontsource-variable", ROOT / "theme" / "fonts"
    with step("Python for the browser, scripts and fonts", silent_below=0.5):
        in_parallel(runtime.build_runtime, bundle.build_scripts, lambda: fonts.build(packages, made_fonts))
    bundle.list_assets()


def check_calculators() -> None:
    """Render each calculator's first page once, before the longer steps, unless that has been done today with the same sources.

    Raises:
        BuildError: when a calculator or a template is broken.
    """
    from . import runtime  # this needs the packages that environment.py installs

    stamp = MADE / "first-pages"
    current = digest([*runtime.inputs(), ("day", build_day().isoformat().encode())])
    if stamp.is_file() and stamp.read_text("ascii") == current:
        return
    done = run([sys.executable, "-m", "pipeline.first_pages"], "calculators")
    if done.returncode != 0:
        raise build_error("A calculator or a template is broken", done.stdout, "calculators")
    stamp.write_text(current, "ascii")


def make() -> None:
    """Build site/ and dist/ultimate-gig-<version>.zip from the sources alone.

    Raises:
        BuildError: when a part cannot be built.
    """
    made_from = _digest()
    MADE_FROM.unlink(missing_ok=True)
    make_parts()
    from . import notices, offline  # these need the packages that environment.py installs, and calculators that can be imported

    folder = MADE / "download" / publish.name()
    with step("Pages"):
        in_parallel(lambda: build_pages("folder", FOLDER_PAGES), lambda: build_pages("hosted", SITE), offline.carry)
    with step("Download"):
        shutil.rmtree(folder.parent, ignore_errors=True)
        offline.build_folder(FOLDER_PAGES, folder)
        notices.write_notices(folder)
        policy.write_policy(folder, "folder")
        shutil.rmtree(publish.DIST, ignore_errors=True)
        publish.pack(folder, archive())
        add_download(SITE)
        notices.write_notices(SITE)
        hosted = policy.write_policy(SITE, "hosted")
        policy.write_headers(SITE, hosted)
        policy.write_examples(publish.DIST / "hosting", hosted)
        add_service_worker(SITE)
    MADE_FROM.write_text(made_from, "ascii")


def make_if_changed() -> bool:
    """Build both editions, unless they exist and their sources have not changed.

    Returns:
        Whether they have been built.

    Raises:
        BuildError: when a part cannot be built.
    """
    exists = SITE.is_dir() and archive().is_file() and MADE_FROM.is_file()
    if exists and MADE_FROM.read_text("ascii") == _digest():
        return False
    make()
    return True


def build_pages(edition: Edition, target: Path) -> None:
    """Have MkDocs write the pages of one edition, and join their style sheets.

    Raises:
        BuildError: when MkDocs warns of anything, or the sheets cannot be joined.
    """
    from . import one_sheet  # this needs the packages that environment.py installs

    command: list[str | Path] = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", target]
    done = run(command, f"mkdocs-{edition}", pages_environment(edition))
    if done.returncode != 0:
        raise build_error(f"MkDocs could not build the {edition} pages", done.stdout, f"mkdocs-{edition}")
    one_sheet.join_sheets(target)


def pages_environment(edition: Edition) -> dict[str, str]:
    """Return the environment variables for mkdocs.yml and the theme."""
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(int(datetime.combine(build_day(), time(12), UTC).timestamp())),
        "UG_EDITION": edition,
        "UG_OFFLINE": "true" if edition == "folder" else "false",
        "UG_DOWNLOAD": download() if edition == "hosted" else "",
        "NO_COLOR": "1",
        "NO_MKDOCS_2_WARNING": "1",  # hides Material's notice about its successor
        "PYTHONUTF8": "1",
    }


def build_day() -> date:
    """Return the day whose rates the pages show: that of SOURCE_DATE_EPOCH in UTC if it is set, otherwise today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()  # noqa: DTZ011  (the local calendar day)


def add_download(site: Path) -> None:
    """Copy the download, if it has been built, to where the pages link to it, and write its size into them."""
    if not archive().is_file():
        return
    target = site / download()
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(archive(), target)
    _write_sizes(site, {_SIZE: archive().stat().st_size})


def add_service_worker(site: Path) -> None:
    """Write the sizes of what a browser keeps into the pages, then the service worker with every file's hash. No file may change later."""
    from . import bundle, release  # these need the packages that environment.py installs

    stored, sent = release.kept_sizes(site)
    _write_sizes(site, {_STORED: stored, _SENT: sent})
    release.write_release(site, bundle.OUT / manifest(bundle.OUT)["service-worker"])


def _write_sizes(site: Path, sizes: Mapping[str, int]) -> None:
    """Replace what stands for sizes in the pages by the sizes in bytes, written as megabytes."""
    from calculators.engine.money import write_trimmed  # build.py imports this module while the calculators may be broken

    for path in (*site.rglob("*.html"), *site.glob("search/pages.json")):
        text = written = path.read_text("utf-8")
        for placeholder, size in sizes.items():
            written = written.replace(placeholder, f"{write_trimmed(size / 1e6, 1)} MB")
        if written != text:
            path.write_text(written, "utf-8")


def _digest() -> str:
    """Return a hash of everything that the editions depend on, including the day, since rates are as of a day."""
    result = hashlib.sha256(build_day().isoformat().encode())
    result.update(f"\0{os.environ.get('UG_SITE_URL', '')}".encode())
    for path in _sources():
        content = path.read_bytes()
        result.update(f"\0{path.relative_to(ROOT).as_posix()}\0{len(content)}\0".encode() + content)
    return result.hexdigest()


def _sources() -> Iterator[Path]:
    yield from (ROOT / name for name in ("mkdocs.yml", "package-lock.json", "pyproject.toml", "requirements.txt"))
    made = ROOT / "theme" / "fonts"
    for name in ("calculators", "content", "pipeline", "theme"):
        for path in sorted((ROOT / name).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and made not in path.parents:
                yield path
