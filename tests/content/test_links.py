"""Every link inside the site leads to an existing file and anchor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from tests.content.built_page import BuiltPage, all_pages, open_page

ADDRESSES = ("href", "src", "data-src", "poster")
HERE = "https://here.invalid/"


def addresses(page: BuiltPage) -> Iterator[str]:
    for element in page.root.walk():
        yield from (element.attributes[name] for name in ADDRESSES if name in element.attributes)


def target(site: Path, path: str) -> Path:
    file = site / unquote(path).lstrip("/")
    return file / "index.html" if path.endswith("/") else file


def broken(site: Path, name: str, page: BuiltPage) -> list[str]:
    dead = []
    for address in addresses(page):
        there = urlsplit(urljoin(HERE + name.removesuffix("index.html"), address))
        if there.scheme not in {"http", "https"} or there.netloc != urlsplit(HERE).netloc:
            continue
        file, anchor = target(site, there.path), unquote(there.fragment)
        if not file.is_file() or (anchor and file.suffix == ".html" and anchor not in open_page(file).ids):
            dead.append(address)
    return sorted(set(dead))


def test_links_inside_the_site_lead_somewhere(built_site: Any) -> None:
    broken_links = {name: broken(built_site.folder, name, page) for name, page in all_pages(built_site.folder).items()}
    assert {name: links for name, links in broken_links.items() if links} == {}


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "index.html").write_text("<p id=here>", "utf-8")
    links = ["there/#here", "there/", "there/#nowhere", "elsewhere/", "https://example.org/", "#here"]
    (tmp_path / "index.html").write_text("".join(f"<a href='{link}'>x</a>" for link in links), "utf-8")
    assert broken(tmp_path, "index.html", open_page(tmp_path / "index.html")) == ["#here", "elsewhere/", "there/#nowhere"]
