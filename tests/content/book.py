"""The book's sources: Markdown, its macros and their arguments."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from jinja2 import Environment, StrictUndefined, nodes

from pipeline.editions import pages_environment
from pipeline.progress import ROOT
from theme.mkdocs import embeds, kept_site, records
from theme.mkdocs.macros import Macros

CONTENT = ROOT / "content"
PAGES = {path.relative_to(CONTENT).as_posix(): path for path in sorted(CONTENT.rglob("*.md"))}
CHAPTERS = {name: path for name, path in PAGES.items() if name.startswith("chapters/")}

ENVIRONMENT = Environment(undefined=StrictUndefined, comment_start_string="{##", comment_end_string="##}")
"""Reads macros as the build does."""

_NOTE = re.compile(r"^\[\^([\w-]+)\]:(.*(?:\n(?: {4}.*|[ \t]*(?=\n {4})))*)", re.MULTILINE)
_REFERENCE = re.compile(r"\[\^([\w-]+)\](?!:)")


def read(name: str) -> str:
    """Return the Markdown of a page without its front matter."""
    text = PAGES[name].read_text("utf-8")
    return re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)


def arguments_of(text: str, macro: str) -> list[str]:
    """Return the first argument of each call of a macro, which has to be a literal: arguments_of("…", "stat") -> ["multiple-gigs", …]."""
    calls = [call for call in ENVIRONMENT.parse(text).find_all(nodes.Call) if isinstance(call.node, nodes.Name) and call.node.name == macro]
    return [str(call.args[0].as_const()) for call in calls]


def notes(text: str) -> dict[str, str]:
    """Return the definition of each footnote."""
    return {match[1]: match[2] for match in _NOTE.finditer(text)}


def without_notes(text: str) -> str:
    """Return a page's text without the definitions of its footnotes."""
    return _NOTE.sub("", text)


def references(text: str) -> list[str]:
    """Return the footnotes that a page refers to, in reading order."""
    return _REFERENCE.findall(text)


def build_day() -> date:
    """Return the day whose rates the built pages show."""
    return datetime.fromtimestamp(int(pages_environment("hosted")["SOURCE_DATE_EPOCH"]), UTC).date()


@dataclass(frozen=True)
class Shown:
    """A worked number such as {{ figure("equalizer.gap", at="p10", pay=52000) }}, with its text in the built page."""

    path: str
    whole: bool
    row: int | None
    at: str
    inputs: dict[str, Any]
    sign: str = "$"


class Recorder(Macros):
    """The build's macros, with each figure recorded and replaced by a mark."""

    shown: list[Shown]

    def figure(self, path: str, *, whole: bool = False, row: int | None = None, at: str = "", sign: str = "$", **inputs: Any) -> str:
        self.shown.append(Shown(path, whole, row, at, inputs, sign))
        return f"\ue000{len(self.shown) - 1}\ue001"

    def calculator(self, name: str, *, household: str = "", **inputs: Any) -> str:
        return ""

    def chart(self, path: str, **inputs: Any) -> str:
        return ""

    def slider(self, name: str, field: str, *, low: float, high: float, step: float) -> str:
        return ""

    def explore(self, name: str, template: str, **more: Any) -> str:
        return ""


@functools.cache
def worked(name: str) -> tuple[str, tuple[Shown, ...]]:
    """Return a page with its macros rendered, and its worked numbers. In the text each is \\ue000, its index in the list, and \\ue001."""
    recorder = Recorder(day=build_day(), edition="hosted")
    recorder.shown = []
    macros = recorder.names()
    for module in (kept_site, records, embeds):
        macros |= module.names(recorder)
    return ENVIRONMENT.from_string(read(name)).render(macros), tuple(recorder.shown)
