"""Cuts the two typefaces down to what the pages use and puts them into theme/fonts/.

Literata is for reading and Inter for the interface and its numbers. Both come whole from npm's @fontsource-variable packages (Latin
part). Cutting the weights that no style asks for, and the features and letters that no page uses, leaves three files of about 90 kB
together where the packages' own would be 155 kB: that pays for true italics within the 120 kB that the pages may load.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

BUDGET = 120_000
"""Bytes that all the fonts of a page may weigh together."""

WEIGHTS = (400, 700)

_LAYOUT = ("kern", "liga", "ccmp", "locl", "mark", "mkmk")

# Italics stand in titles and single words: ASCII, the typographer's quotes and dashes, and the accents of common names.
_ITALIC = (*range(0x20, 0x7F), 0xA0, 0xD7, 0xE0, 0xE7, 0xE8, 0xE9, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026)


@dataclass(frozen=True)
class Face:
    """One font file: where it comes from, what it is called here, which features and which letters (None: all) it keeps."""

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
    """The WOFF2 bytes of one face, with its weights, features and letters limited."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = list(face.features)
    options.hinting = False
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=face.letters or font.getBestCmap().keys())
    subsetter.subset(font)

    # The variation tables are read again from the smaller font: limiting an axis in place would look for letters that are gone.
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
    """Writes the fonts of a page and returns their sizes in bytes by file name.

    packages is npm's @fontsource-variable folder, target the folder that the style sheets refer to. A font that is newer than its
    source is left alone. Raises ValueError when the fonts together outgrow the budget, FileNotFoundError when a package is missing.
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
        raise ValueError(f"The fonts weigh {sum(sizes.values()):,} bytes together; the pages may load {BUDGET:,}.")
    return sizes
