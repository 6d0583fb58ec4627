"""Find the lines of a failed program's output that say what went wrong."""

import os
import re

from .progress import ROOT, BuildError

MOST_LINES = 5
LONGEST_LINE = 240

_TRACEBACK = "Traceback (most recent call last):"
_FRAME = re.compile(r'  File "([^"]+)", line (\d+)')
_OURS = re.compile(r"(?:^|[/\\])((?:calculators|theme|content|pipeline)[/\\][^\"]+)$")
"""A path in this project, on this machine or in Pyodide's file system."""

_MODULE = re.compile(r"^(?:\w+\.)+(?=\w+:)")
"""The module before an exception's name."""

_MACHINERY = re.compile(r"pipeline|calculators[/\\]engine")
"""Modules that raise errors whose cause is elsewhere."""

_NEWS = re.compile(r"error|warning|exception|failed", re.IGNORECASE)
_ROUTINE = re.compile(r"(?:INFO|DEBUG)\b")


def build_error(what: str, output: str, log: str) -> BuildError:
    """Return the error for a failed program: what could not be done (`what`, without a final period), why, and where its log is."""
    return BuildError("\n  ".join([f"{what}:", *cause(output).splitlines(), f"See .build/logs/{log}.txt"]))


def cause(output: str) -> str:
    """Return the part of a failed program's output to print.

    For a Python traceback, that is the exception and the innermost frame in this project; for anything else, the lines from the first
    one that mentions an error, or the last lines.

    Returns:
        At most MOST_LINES lines of at most LONGEST_LINE characters.
    """
    _, traceback, last = output.replace(f"{ROOT}{os.sep}", "").rpartition(_TRACEBACK)
    lines = _of_traceback(last.splitlines()) if traceback else _of_log(last.splitlines())
    return "\n".join(line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…" for line in lines[:MOST_LINES])


def _of_traceback(lines: list[str]) -> list[str]:
    frames = [(number, frame) for number, line in enumerate(lines) if (frame := _FRAME.match(line))]
    after = frames[-1][0] + 1 if frames else 0
    message = [line.rstrip() for line in lines[after:] if line.strip() and not line.startswith("    ")]
    places = [(path[1], frame[2]) for _, frame in frames if (path := _OURS.search(frame[1]))]
    places = [place for place in places if not _MACHINERY.match(place[0])] or places
    message[:1] = [_MODULE.sub("", line) for line in message[:1]]
    return [*message[: MOST_LINES - 1], *(f"{file}, line {line}" for file, line in places[-1:])]


def _of_log(lines: list[str]) -> list[str]:
    relevant = [line.rstrip() for line in lines if line.strip() and not _ROUTINE.match(line)]
    first = next((number for number, line in enumerate(relevant) if _NEWS.search(line)), -MOST_LINES)
    return relevant[first:]
