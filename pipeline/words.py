"""Report words and phrases that our English avoids, with what to say instead: `python -m pipeline.words`.

It is our own because the alternatives do not fit: Vale's package on PyPI downloads its program when it first runs, proselint checks only
what is built into it, and codespell, which checks the spelling, knows words but no phrases.
"""

import functools
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NotRequired, TypedDict

from .progress import ROOT

LIST = Path(__file__).with_name("words.toml")
READ = {
    ".": ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"),
    "content": ("**/*.md", "**/*.toml"),
    "docs": ("**/*.md",),
    "calculators": ("**/*.py", "**/*.toml"),
    "theme": ("**/*.j2", "**/*.html", "mkdocs/*.py", "mkdocs/*.toml"),
}
"""The files that are read, by folder. Sources keep the words of their titles."""

_TITLE = re.compile(r'^(title|section|quote) = ".*"$', re.MULTILINE)


class Word(TypedDict):
    """An entry of the list."""

    pattern: str
    such: str
    instead: str
    allowed_in: NotRequired[list[str]]


@functools.cache
def listed() -> list[Word]:
    """Return the entries of words.toml."""
    entries: list[Word] = tomllib.loads(LIST.read_text("utf-8"))["word"]
    return entries


def findings(text: str, path: str) -> Iterator[str]:
    """Yield a line for each listed word in a text: its path, line and word, and what to say instead."""
    text = _TITLE.sub("", text)
    for word in listed():
        if path in word.get("allowed_in", ()):
            continue
        for match in re.finditer(word["pattern"].replace(" ", r"\s+"), text, re.IGNORECASE):
            yield f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {match[0]!r}; say instead: {word['instead']}"


def main() -> None:
    """Read all files, print what was found, and exit with 1 if anything was."""
    paths = sorted({path for folder, patterns in READ.items() for pattern in patterns for path in (ROOT / folder).glob(pattern)})
    lines = [line for path in paths for line in findings(path.read_text("utf-8"), path.relative_to(ROOT).as_posix())]
    print("\n".join(lines))
    sys.exit(1 if lines else 0)


if __name__ == "__main__":
    main()
