"""Placeholders for blocks of HTML that macros make. Markdown reads none of these blocks, and the search only some."""

import html
import re
from collections import defaultdict

from markupsafe import Markup

_EMBED = re.compile(r'<div id="ug-embed-(\d+)"></div>')
_UNSEARCHED = re.compile(r'<div id="ug-unsearched-(\d+)">[^<]*</div>')


class Placeholders:
    """The blocks of the pages of one build.

    MkDocs first converts the Markdown of all pages. Then the search reads each page, before its template is rendered.
    """

    def __init__(self) -> None:
        """Start without blocks."""
        self.embeds: list[str] = []
        """Those of the page that Markdown is converting, by number."""
        self.unsearched: defaultdict[str, list[str]] = defaultdict(list)
        """Those that the search doesn't read, by the page's address and number."""

    def embed(self, markup: str) -> str:
        """Keep a block that the search reads, and return its placeholder."""
        self.embeds.append(markup)
        return _block(f'<div id="ug-embed-{len(self.embeds) - 1}"></div>')

    def embed_unsearched(self, page_url: str, markup: str, words: str = "") -> str:
        """Keep a block that the search doesn't read, and return its placeholder, where the search finds these words instead."""
        blocks = self.unsearched[page_url]
        blocks.append(markup)
        return _block(f'<div id="ug-unsearched-{len(blocks) - 1}">{html.escape(words, quote=False)}</div>')

    def fill(self, page: str) -> str:
        """Replace the placeholders of searched blocks in a page's HTML, and forget the blocks."""
        filled = _EMBED.sub(lambda placeholder: self.embeds[int(placeholder[1])], page)
        self.embeds.clear()
        return filled

    def fill_unsearched(self, page_url: str, page: str) -> str:
        """Replace the placeholders of the other blocks, after the search has read the page."""
        return _UNSEARCHED.sub(lambda placeholder: self.unsearched[page_url][int(placeholder[1])], page)


def _block(placeholder: str) -> Markup:
    return Markup(f"\n\n{placeholder}\n\n")  # noqa: S704 - our own
