"""The HTML of an outcome, parsed for the tests."""

from __future__ import annotations

import re
from html.parser import HTMLParser

VOID = {"img", "br", "input", "path", "circle", "line", "rect", "meta", "hr", "wbr"}
"""Elements without an end tag."""


class Page(HTMLParser):
    """Parsed HTML: its tags, figures, ids and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.figures: list[tuple[str, str | None, str]] = []
        self.ids: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if tag == "data":
            self.figures.append((str(values["data-figure"]), values.get("data-index"), str(values["value"])))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data


def warnings(html: str) -> str:
    """Return the warnings beside the headline."""
    return " ".join(re.findall(r'<p class="ug-warning">(.*?)</p>', html, re.DOTALL))
