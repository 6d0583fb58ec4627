"""A part of a workbook as a link: chosen inputs, compressed into the fragment of an address, which browsers never send.

The fragment is `plan=` and base64url text without padding. Decoded, it is a zlib stream, whose checksum tells a damaged link, of JSON: a
workbook with the chosen calculators' inputs only, so that a link of an earlier edition is migrated as a workbook of that edition is.
"""

from __future__ import annotations

import binascii
import json
import re
import zlib
from collections.abc import Collection, Mapping

from .. import find
from ..engine.errors import CodedError
from ..engine.notation import POINT, Notation
from .about import answers
from .document import APP, LARGEST, SCHEMA, WorkbookProblem, pages, read, stored
from .notation import in_other_notation

KEY = "plan="
"""Begins the fragment. As in theme/scripts/page/page.ts."""
ABOUT = "about"
"""Names what readers say about themselves among the parts that a link can hold; the others are calculators' ids."""
LONGEST = 100_000
"""Characters in a link. A full workbook needs about five thousand."""
DEEPEST = 40
"""Levels of nesting that JSON may have: WebAssembly's stack overflows before Python's own recursion limit."""

FOREIGN = "That is not a link that this site made. Copy the whole link, from its first character to its last, and try again."
DAMAGED = (
    "A part of that link is missing or was changed on its way. Copy the whole link, from its first character to its last, and try again."
)
LONG = f"That link has more than {LONGEST:,} characters, and this site makes none that long. Copy only the link, and try again."
NEWER = "That link was made with a newer edition of this site. Open it there, or download the newer edition."
NOTHING_KNOWN = "That link has no numbers that this edition of the site can use. Ask whoever sent it to make a new one."
NOTHING_CHOSEN = "There is nothing to put into a link yet: none of the chosen calculators has numbers of yours."
TOO_MUCH = "The chosen numbers don’t fit into a link. Choose fewer calculators, or export the workbook as a file and pass that on."

_TEXT = re.compile(r"[A-Za-z0-9_-]+")
_STANDARD = str.maketrans("-_", "+/")
_AROUND = "<>()[]\"'“”.,;:!"
"""What mail and chat programs put around a link."""
_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"?|([\[{])|([\]}])', re.DOTALL)


class LinkProblem(CodedError):
    """A link that cannot be made or opened.

    `code` is nothing-chosen, too-much, foreign, damaged, too-long, newer or nothing-known; the message is for the reader.
    """


def make_link(book: Mapping[str, object], parts: Collection[str]) -> str:
    """Return the fragment, without its #, that holds the inputs of the chosen parts of a workbook: calculators' ids, and ABOUT.

    Raises:
        LinkProblem: when nothing is kept of these parts, or when it is too long for a link.
    """
    inputs = {name: {"inputs": page["inputs"]} for name, page in pages(book).items() if name in parts and page["inputs"]}
    own = {key: book[key] for key in ("about", "sign") if ABOUT in parts and book.get(key)}
    if not inputs and not own:
        raise LinkProblem("nothing-chosen", NOTHING_CHOSEN)
    notation = {"numbers": book["numbers"]} if "numbers" in book else {}
    linked = {"app": APP, "schema": SCHEMA, **notation, **own, "calculators": inputs}
    content = json.dumps(linked, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    text = binascii.b2a_base64(zlib.compress(content, 9), newline=False).decode().rstrip("=")
    if len(text) > LONGEST or len(content) > LARGEST:
        raise LinkProblem("too-much", TOO_MUCH)
    return KEY + text.replace("+", "-").replace("/", "_")


def read_link(link: str, notation: Notation) -> dict[str, object]:
    """Read a link: an address with a fragment, the fragment, or its text alone, as it was copied.

    Returns:
        A workbook of the current schema in this notation, with only the calculators and fields that this edition has.

    Raises:
        LinkProblem: for anything that this site did not put into a link.
    """
    try:
        book, _ = read(_content(link))
    except WorkbookProblem as problem:
        raise LinkProblem(*(("newer", NEWER) if problem.code == "newer" else ("foreign", FOREIGN))) from None
    kept = pages(book)
    known = {name: stored(calculator, kept) for name in kept if (calculator := find(name)) is not None}
    book["calculators"] = {name: {"inputs": inputs} for name, inputs in known.items() if inputs}
    if not book["calculators"] and not answers(book) and "sign" not in book:
        raise LinkProblem("nothing-known", NOTHING_KNOWN)
    return book if book.get("numbers", POINT.example) == notation.example else in_other_notation(book, notation)


def _content(link: str) -> str:
    """Return the JSON of a link."""
    copied = link if len(link) <= 2 * LONGEST else link[: 2 * LONGEST]
    text = "".join(copied.split()).strip(_AROUND).rpartition(KEY)[2].rstrip("=")
    if len(text) > LONGEST:
        raise LinkProblem("too-long", LONG)
    if _TEXT.fullmatch(text) is None:
        raise LinkProblem("foreign", FOREIGN)
    stream = zlib.decompressobj()
    try:
        packed = binascii.a2b_base64(text.translate(_STANDARD) + "=" * (-len(text) % 4))
        content = stream.decompress(packed, LARGEST + 1)
        json_text = content.decode("utf-8", "surrogatepass")
    except (binascii.Error, zlib.error, UnicodeDecodeError):
        raise LinkProblem("damaged", DAMAGED) from None
    if not stream.eof or stream.unused_data:
        raise LinkProblem("damaged", DAMAGED)
    if _depth(json_text) > DEEPEST:
        raise LinkProblem("foreign", FOREIGN)
    return json_text


def _depth(text: str) -> int:
    """Return how deep a JSON text is nested, whether it is valid or not."""
    depth = deepest = 0
    for token in _TOKENS.finditer(text):
        depth += (token[1] is not None) - (token[2] is not None)
        deepest = max(deepest, depth)
    return deepest


def parts_of(raw: object) -> tuple[str, ...]:
    """Return the names of parts in a request; whatever is not a list of texts names none."""
    return tuple(name for name in raw if isinstance(name, str)) if isinstance(raw, list) else ()
