"""No eight words in a row are those of the source article.

The article cannot be distributed, so article-shingles.txt has only the hashes of its shingles: every run of eight words. To regenerate it,
take the article's text without its title and author, call `shingles(text)` below, and write the hashes sorted, one a line. For the words,
the text is put in lower case, apostrophes and soft hyphens are dropped (don't is dont), and whatever else is neither letter nor digit parts
two words (24/7 is two). A shingle's hash is the first 16 hexadecimal digits of the SHA-256 of its words, in UTF-8, one space between them.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest

from tests.content.built_page import Element, all_pages

LENGTH = 8
ARTICLE = frozenset(Path(__file__).with_name("article-shingles.txt").read_text("ascii").split())


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub("['’ʼ`\u00ad]", "", text.lower()))


def shingles(text: str) -> dict[str, str]:
    """Return each run of eight words by its hash."""
    all_words = words(text)
    runs = [" ".join(all_words[start : start + LENGTH]) for start in range(len(all_words) - LENGTH + 1)]
    return {hashlib.sha256(run.encode()).hexdigest()[:16]: run for run in runs}


def in_common(text: str, hashes: frozenset[str]) -> list[str]:
    return [run for fingerprint, run in shingles(text).items() if fingerprint in hashes]


def said(page: Element) -> str:
    """Return all text of a page, with its metadata and the alternatives of its pictures."""
    hidden = [element.attributes.get(name, "") for element in page.walk() for name in ("alt", "aria-label", "content", "title")]
    return " | ".join([page.text(), *hidden])


def test_no_page_repeats_the_article(built_site: Any) -> None:
    shared = {name: in_common(said(page.root), ARTICLE) for name, page in all_pages(built_site.folder).items()}
    assert {name: runs for name, runs in shared.items() if runs} == {}


def test_shingle_list_is_well_formed() -> None:
    assert len(ARTICLE) > 300
    assert all(re.fullmatch("[0-9a-f]{16}", fingerprint) for fingerprint in ARTICLE)


INVENTED = "A heron that isn't in a hurry, said the ferryman's aunt, eats twice as well as three who are."


@pytest.mark.parametrize(
    "text",
    [
        "She laughed. A heron that isn’t in a hurry, said the ferryman’s aunt.",
        "HERON THAT ISN'T IN A HURRY — SAID THE (ferryman's)",
        "the ferryman’s aunt\neats twice as well\n\nas three",
    ],
)
def test_a_repeated_run_is_found(text: str) -> None:
    assert in_common(text, frozenset(shingles(INVENTED)))


@pytest.mark.parametrize(
    "text", ["that isn’t in a hurry, said the ferryman", "A heron in no hurry, said the ferryman’s aunt, will eat twice as well."]
)
def test_seven_shared_words_are_allowed(text: str) -> None:
    assert not in_common(text, frozenset(shingles(INVENTED)))


def test_shared_words_are_found_across_markup(tmp_path: Path) -> None:
    marked_up = "<p>A <em>heron</em> that isn’t in a <a href='#'>hur</a>ry, said<br>the fer&shy;ryman</p>"
    (tmp_path / "index.html").write_text(marked_up, "utf-8")
    assert in_common(said(all_pages(tmp_path)["index.html"].root), frozenset(shingles(INVENTED)))
