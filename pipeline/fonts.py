"""Subset the two typefaces to what the pages use, into theme/fonts/.

Literata is for reading and Inter for the interface and its numbers. Both come from npm's @fontsource-variable packages (Latin subset).
Without the weights, features and letters that no page uses, three files take about 90 kB together instead of 155 kB, which leaves room
for true italics within the 120 kB that a page may load.
"""

import io
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

BUDGET = 120_000
"""The most bytes that the fonts of a page may have together."""

WEIGHTS = (400, 700)

_LAYOUT = ("kern", "liga", "ccmp", "locl", "mark", "mkmk")

# Italics stand in titles and single words: ASCII, the typographer's quotes and dashes, and the accents of common names.
_ITALIC = (*range(0x20, 0x7F), 0xA0, 0xD7, 0xE0, 0xE7, 0xE8, 0xE9, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026)


@dataclass(frozen=True)
class Face:
    """One font file: its source, its name here, and the features and letters (None for all) that it keeps."""

    source: str
    name: str
    features: tuple[str, ...]
    letters: tuple[int, ...] | None = None


FACES = (
    Face("literata/files/literata-latin-wght-normal.woff2", "literata.woff2", (*_LAYOUT, "lnum", "tnum")),
    Face("literata/files/literata-latin-wght-italic.woff2", "literata-italic.woff2", _LAYOUT, _ITALIC),
    Face("inter/files/inter-latin-wght-normal.woff2", "inter.woff2", (*_LAYOUT, "calt", "tnum")),
)


def cut(source: Path, face: Face) -> bytes:
    """Return the WOFF2 bytes of a face, limited to its weights, features and letters."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = list(face.features)
    options.hinting = False
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=face.letters or font.getBestCmap().keys())
    subsetter.subset(font)

    # Reload the subset before limiting the axis: limiting it in place would look up glyphs that are gone.
    font.flavor = None
    smaller = io.BytesIO()
    font.save(smaller)
    smaller.seek(0)
    limited = instancer.instantiateVariableFont(TTFont(smaller, recalcTimestamp=False), {"wght": WEIGHTS})
    limited.flavor = "woff2"
    written = io.BytesIO()
    limited.save(written)
    return written.getvalue()


def build(packages: Path, target: Path) -> dict[str, int]:
    """Write the fonts of a page into `target`, and return their sizes in bytes. A font that is newer than its source is kept.

    `packages` is npm's @fontsource-variable folder.

    Raises:
        ValueError: when the fonts exceed the budget.
        FileNotFoundError: when a package is missing.
    """
    target.mkdir(parents=True, exist_ok=True)
    sizes: dict[str, int] = {}
    for face in FACES:
        source = packages / face.source
        made = target / face.name
        newest = max(source.stat().st_mtime, Path(__file__).stat().st_mtime)
        if not made.exists() or made.stat().st_mtime < newest:
            made.write_bytes(cut(source, face))
        sizes[face.name] = made.stat().st_size
    if sum(sizes.values()) > BUDGET:
        raise ValueError(f"The fonts total {sum(sizes.values()):,} bytes; a page may load at most {BUDGET:,}.")
    return sizes
