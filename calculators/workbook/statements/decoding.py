"""Decode the bytes of a file into text: UTF-8, UTF-16 or Windows-1252, with or without a byte order mark."""

import codecs
import re

from .problems import StatementProblem

LARGEST = 5_000_000
"""Bytes of a file. A year of a busy account has about 300,000."""

SPREADSHEET = "That is a spreadsheet or a zip file, not a CSV file. Open it in a spreadsheet program and save it as CSV, or unzip it first."
PDF = "That is a PDF, whose numbers cannot be read reliably. Look for a CSV download on the same page of your bank or app."

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "spreadsheet", SPREADSHEET),
    (b"\xd0\xcf\x11\xe0", "spreadsheet", SPREADSHEET),
    (b"%PDF", "pdf", PDF),
)
_WEB_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype|html|head|table|script)\b", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SAMPLE = 4_000
"""Bytes that are looked at to recognize an encoding."""
_FEW = 0.05
_MANY = 0.3


def decode(content: bytes) -> str:
    """Decode a file.

    Raises:
        StatementProblem: empty, too-big, spreadsheet, pdf, web-page or binary.
    """
    if len(content) > LARGEST:
        raise too_big(len(content))
    for signature, code, message in _SIGNATURES:
        if content.startswith(signature):
            raise StatementProblem(code, message)
    return checked(_decoded(content))


def checked(text: str) -> str:
    """Return a pasted or decoded text without its byte order mark.

    Raises:
        StatementProblem: empty, too-big, web-page or binary.
    """
    if len(text) > LARGEST:
        raise too_big(len(text))
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise StatementProblem("empty", "That is empty. Choose a file with a table, or paste one.")
    if _WEB_PAGE.match(text):
        raise StatementProblem(
            "web-page",
            "That is a web page, not a CSV file. Perhaps you were logged out before the download began. Log in and download it again.",
        )
    if len(_CONTROL.findall(text[:_SAMPLE])) > _FEW * len(text[:_SAMPLE]) or "\x00" in text:
        raise StatementProblem("binary", "That is not a text file, so there is no table to read in it. Choose a file that ends in .csv.")
    return text


def too_big(size: int) -> StatementProblem:
    """The problem of a file with this many bytes."""
    sizes = f"That file is {size / 1e6:,.1f} MB, and the limit is {LARGEST / 1e6:.0f} MB."
    return StatementProblem("too-big", f"{sizes} Download fewer months at once.")


def _decoded(content: bytes) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(encoding, "replace")
    sample = content[:_SAMPLE]
    low, high = (sample[start::2].count(0) / max(1, len(sample) / 2) for start in (0, 1))
    if high > _MANY and low < _FEW:
        return content.decode("utf-16-le", "replace")
    if low > _MANY and high < _FEW:
        return content.decode("utf-16-be", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
