"""The few lines of a failing program's output that say what went wrong."""

from __future__ import annotations

import os
import re

from .progress import ROOT, StoppedError

MOST_LINES = 5
LONGEST_LINE = 240

_TRACEBACK = "Traceback (most recent call last):"
_FRAME = re.compile(r'  File "([^"]+)", line (\d+)')
_OURS = re.compile(r"(?:^|[/\\])((?:calculators|theme|content|pipeline)[/\\][^\"]+)$")
"""A path of this project, on this machine or in Pyodide's own file system."""

_MACHINERY = re.compile(r"pipeline|calculators[/\\]engine")
"""Where a fault surfaces that was made elsewhere."""

_NEWS = re.compile(r"error|warning|exception|failed", re.IGNORECASE)
_ROUTINE = re.compile(r"(?:INFO|DEBUG)\b")


def stopped(what: str, output: str, log: str) -> StoppedError:
    """The failure to raise when a program failed: what could not be done, why, and where the whole output is.

    Args:
        what: what could not be done, as a sentence without its full stop.
        output: everything that the program printed.
        log: name of its log, as `progress.run` takes it.
    """
    return StoppedError("\n  ".join([f"{what}:", *cause(output).splitlines(), f"See .build/logs/{log}.txt"]))


def cause(output: str) -> str:
    """What to print of a failing program's output.

    Of a Python traceback these are the exception and the last place in the project that it passed; of anything else the lines from the
    first one on that speaks of an error, or else the last ones.

    Returns:
        At most MOST_LINES lines of at most LONGEST_LINE characters.
    """
    _, traceback, last = output.replace(f"{ROOT}{os.sep}", "").rpartition(_TRACEBACK)
    lines = _of_traceback(last.splitlines()) if traceback else _of_log(last.splitlines())
    return "\n".join(line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…" for line in lines[:MOST_LINES])


def _of_traceback(lines: list[str]) -> list[str]:
    frames = [(number, found) for number, line in enumerate(lines) if (found := _FRAME.match(line))]
    after = frames[-1][0] + 1 if frames else 0
    message = [line.rstrip() for line in lines[after:] if line.strip() and not line.startswith("    ")]
    places = [(ours[1], found[2]) for _, found in frames if (ours := _OURS.search(found[1]))]
    places = [place for place in places if not _MACHINERY.match(place[0])] or places
    return [*message[: MOST_LINES - 1], *(f"{file}, line {line}" for file, line in places[-1:])]


def _of_log(lines: list[str]) -> list[str]:
    said = [line.rstrip() for line in lines if line.strip() and not _ROUTINE.match(line)]
    first = next((number for number, line in enumerate(said) if _NEWS.search(line)), -MOST_LINES)
    return said[first:]
