"""Papers to print or copy: each page has its files, in the site and in the folder, with the same words."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.content.book import PAGES, read
from tests.content.built_page import chapter_page

PAPERS = [name for name in PAGES if name.startswith("papers/") and not name.endswith("/index.md")]


def words(text: str) -> list[str]:
    """The words of a text, without numbers: those of list items are no text in a page."""
    return re.findall(r"[^\W\d_]+", text.lower())


def odt_text(document: bytes) -> str:
    root = ET.fromstring(zipfile.ZipFile(io.BytesIO(document)).read("content.xml"))
    body = (f"\n{element.text or ''}" if element.tag.endswith(("}p", "}h")) else f" {element.text or ''}" for element in root.iter())
    tails = (element.tail or "" for element in root.iter())
    return "".join(text for pair in zip(body, tails, strict=True) for text in pair)


@pytest.mark.parametrize("name", PAPERS)
def test_the_files_have_the_words_of_the_page(built_site: Any, name: str) -> None:
    slug = Path(name).stem
    sheet = next(element for element in chapter_page(built_site.folder, name).article.walk() if element.has_class("ug-paper"))
    shown = words(sheet.text(lambda element: element.has_class("headerlink")))
    files = built_site.folder / "papers" / "files"
    assert len(shown) > 30
    assert words((files / f"{slug}.txt").read_text("utf-8")) == shown
    assert sorted(words(odt_text((files / f"{slug}.odt").read_bytes()))) == sorted(shown)


def test_the_folder_has_the_files_too(built_folder: Path) -> None:
    names = {path.name for path in (built_folder / "papers" / "files").iterdir()}
    assert names == {f"{Path(name).stem}.{ending}" for name in PAPERS for ending in ("odt", "txt")}


def test_the_list_names_every_paper() -> None:
    assert [name for name in PAPERS if f"]({Path(name).name})" not in read("papers/index.md")] == []
