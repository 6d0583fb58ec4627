"""The files of the download, looked at without a browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pipeline import editions


def test_no_file_loads_from_elsewhere(built_folder: Path) -> None:
    remote = re.compile(r"""(?:src|srcset|poster|data)=["']?(?:https?:)?//|url\(["']?(?:https?:)?//|@import\s+["']?(?:https?:)?//""")
    pages = {path.name: remote.search(path.read_text("utf-8")) for path in [*built_folder.rglob("*.html"), *built_folder.rglob("*.css")]}
    assert {name: match[0] for name, match in pages.items() if match} == {}
    scripts: dict[str, Any] = {path.name: re.search(r"https://unpkg\.com", path.read_text("utf-8")) for path in built_folder.rglob("*.js")}
    assert [name for name, match in scripts.items() if match] == []


def test_storage_page_is_only_in_the_download(built_folder: Path, built_site: Any) -> None:
    """On a web server, it would expose the workbook to any page that frames it."""
    assert list(built_folder.rglob("store.*.html"))
    assert not list(built_site.folder.rglob("store.*"))


def test_download_is_no_larger_than_14_megabytes(built_folder: Path) -> None:
    assert built_folder.is_dir()
    assert editions.archive().stat().st_size <= 14_000_000
