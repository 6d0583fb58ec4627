"""Slides and a handout for each of the teachers' sessions, made from the session's page as plain HTML files that open on their own.

Learners see less than the teacher reads: the title with its timetable, and of each timed part the tables, the lists and what is said to
them. Remarks to listen for, preparations and long speeches stay on the page. A slide is a section that fills the screen, or a
sheet of paper.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

FOLDER = "teachers/files"
"""Where the files are in the site."""

_HEADING = re.compile(r'<h2 id="[^"]*">(.*?)(?:<a class="headerlink".*?</a>)?</h2>', re.DOTALL)
_MINUTES = re.compile(r"^(.*) \((\d+) minutes\)$")
_BLOCK = re.compile(r"<(table|ul|ol|p)\b[^>]*>.*?</\1>", re.DOTALL)
_TITLE = re.compile(r"<h1\b[^>]*>(Session \d+): (.*?)(?:<a class=\"headerlink\".*?</a>)?</h1>", re.DOTALL)
_LEAD = re.compile(r'<p class="ug-lead">.*?</p>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_SPOKEN = re.compile(r"<strong>(Say|Ask)\b|^(?=“[^”]*[.?!’](”|$))")
_QUOTE = re.compile(r"“([^”]*)(?:”|$)")
_SENTENCE = re.compile(r"(?<=[.?!’])\s+(?=[‘A-Z])")
_ASKS = re.compile(r"\?|<li>|\b[Ww]rite\b")
_LINES = '<p class="line"></p>' * 2
_STYLE, _SCRIPT = (Path(__file__).with_name(f"slides.{ending}") for ending in ("css", "js"))

LONGEST = 45
"""Words of a speech that is shown. Of a longer one only the questions are."""


@dataclass(frozen=True)
class Slide:
    """A slide: its heading, the minutes of its part, and its content as HTML."""

    heading: str
    minutes: int
    content: str


@dataclass(frozen=True)
class Session:
    """A session: its number and title as text, its slides after the first, and its timetable as HTML."""

    label: str
    title: str
    timetable: str
    slides: tuple[Slide, ...]


def session(page: str) -> Session:
    """Read the HTML of a session's page.

    Raises:
        ValueError: when the page has no title or no timetable of a session.
    """
    title, timetable = _TITLE.search(page), re.search(r"<table>.*?</table>", page, re.DOTALL)
    if title is None or timetable is None:
        raise ValueError("the page of a session needs a title “Session N: ...” and a table of its minutes")
    slides = []
    pieces = _HEADING.split(page)
    for heading, text in zip(pieces[1::2], pieces[2::2], strict=True):
        if timed := _MINUTES.match(heading.strip()):
            slides += [Slide(timed[1], int(timed[2]), content) for content in list(_contents(text)) or [""]]
    return Session(title[1], title[2].strip(), timetable[0], tuple(slides))


def _contents(text: str) -> Iterator[str]:
    """Yield the content of each slide of a part: a table, a list, or what is said between two of these."""
    blocks = [(match[1], _unlinked(match[0])) for match in _BLOCK.finditer(text)]
    for kind, group in groupby(blocks, lambda block: block[0] if block[0] != "p" else "said"):
        if kind == "said":
            said = [sentence for _, block in group for sentence in _said(block)]
            if said:
                yield "".join(f"<p>{sentence}</p>" for sentence in said)
        else:
            yield from (block for _, block in group)


def _said(paragraph: str) -> Iterator[str]:
    """Yield what is said to the learners in a paragraph: a short speech as a whole, of a long one the questions.

    Speech follows a bold "Say" or "Ask", or goes on from the paragraph before.
    """
    inner = paragraph.removeprefix("<p>").removesuffix("</p>")
    spoken = _SPOKEN.search(inner)
    for quote in _QUOTE.findall(inner, spoken.end()) if spoken else ():
        questions = [sentence for sentence in _SENTENCE.split(quote) if sentence.rstrip("’").endswith("?")]
        if len(_TAG.sub("", quote).split()) <= LONGEST:
            yield quote
        else:
            yield from questions


def _unlinked(markup: str) -> str:
    """Remove links, which lead nowhere on a wall or on paper."""
    return re.sub(r"</?a\b[^>]*>", "", markup)


def with_links(page: str, slides: str, handout: str) -> str:
    """Return a session's page with links to its two files below its first paragraph."""
    links = f'<a class="ug-button" href="{slides}">Slides</a> <a class="ug-button" href="{handout}">Handout</a>'
    return _LEAD.sub(lambda lead: f'{lead[0]}\n<p class="ug-paper-files">{links}</p>', page, count=1)


def slides_document(shown: Session) -> str:
    """Return the slides as one HTML document, which needs no other file."""
    count = len(shown.slides) + 1
    first = f"<h1><span>{shown.label}</span> {shown.title}</h1>\n{_unlinked(shown.timetable)}"
    sections = [_section(1, count, first)]
    for number, slide in enumerate(shown.slides, 2):
        heading = f"<h2>{slide.heading} <span>{slide.minutes} minutes</span></h2>"
        sections.append(_section(number, count, f"{heading}\n{slide.content}"))
    return _document(f"{shown.label}: {shown.title}, slides", "slides", "\n".join(sections), _SCRIPT.read_text("utf-8"))


def _section(number: int, count: int, content: str) -> str:
    back = f'<a href="#slide-{number - 1}">Previous</a>' if number > 1 else "<span></span>"
    on = f'<a href="#slide-{number + 1}">Next</a>' if number < count else "<span></span>"
    foot = f"<footer>{back}<span>{number} of {count}</span>{on}</footer>"
    return f'<section id="slide-{number}">\n<div>{content}</div>\n{foot}\n</section>'


def handout_document(shown: Session) -> str:
    """Return the handout as one HTML document: a sheet with what was shown, and lines to write on."""
    parts = [f"<h1><span>{shown.label}</span> {shown.title}</h1>"]
    for heading, group in groupby((slide for slide in shown.slides if slide.content), lambda slide: slide.heading):
        contents = "".join(slide.content for slide in group)
        parts.append(f"<section>\n<h2>{heading}</h2>\n{contents}{_LINES if _ASKS.search(contents) else ''}\n</section>")
    parts.append(f"<section>\n<h2>What I’ll do, and when</h2>\n{_LINES}\n</section>")
    return _document(f"{shown.label}: {shown.title}, handout", "handout", "\n".join(parts), "")


def _document(title: str, kind: str, body: str, script: str) -> str:
    lines = (
        f'<!doctype html>\n<html lang="en" class="{kind}">',
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{html.escape(_TAG.sub('', title))}</title>",
        f"<style>\n{_STYLE.read_text('utf-8')}</style>",
        f"<main>\n{body}\n</main>",
        f"<script>\n{script}</script>" if script else "",
        "</html>",
    )
    return "\n".join(filter(None, lines)) + "\n"
