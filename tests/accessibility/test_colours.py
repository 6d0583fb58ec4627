"""The theme's colors, read from its style sheet: contrast in both schemes, and the same dark scheme with and without scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).absolute().parents[2] / "theme" / "styles" / "base" / "tokens.css").read_text("utf-8")

TEXT = 4.5
DRAWING = 3.0
"""Least contrast by WCAG 2.2 AA, for text and for graphical objects."""

PAIRS = [
    *((ink, paper, TEXT) for ink in ("ink", "soft", "green", "green-deep", "amber-text", "brick") for paper in ("paper", "card", "sunken")),
    ("on-green", "green", TEXT),
    ("on-green", "green-deep", TEXT),
    ("green-deep", "green-tint", TEXT),
    ("ink", "amber-tint", TEXT),
    ("brick", "brick-tint", TEXT),
    ("on-cover", "cover", TEXT),
    ("on-cover-soft", "cover", TEXT),
    ("on-cover", "cover-line", TEXT),
    ("edge", "card", DRAWING),
    ("edge", "paper", DRAWING),
    ("focus", "card", DRAWING),
    ("focus", "paper", DRAWING),
    ("cover-amber", "cover", DRAWING),
    ("chart-ink", "chart-paper", TEXT),
    ("chart-muted", "chart-paper", TEXT),
    *((f"chart-{hue}", "chart-paper", DRAWING) for hue in ("main", "leverage", "loss", *range(1, 9))),
]


def blocks(selector: str) -> list[dict[str, str]]:
    """The --ug- colours of every block with this selector."""
    bodies = re.findall(re.escape(selector) + r"\s*\{([^}]*)\}", TOKENS)
    return [dict(re.findall(r"--ug-([\w-]+):\s*(#[0-9a-f]{6})", body)) for body in bodies]


DAY = blocks(":root,\n[data-md-color-scheme]")[0]
NIGHT = blocks('[data-md-color-scheme="slate"]')[0]
NIGHT_WITHOUT_SCRIPT = blocks(".no-js [data-md-color-scheme]")[0]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [pytest.param(DAY, id="day"), pytest.param(NIGHT, id="night")])
@pytest.mark.parametrize(("ink", "paper", "least"), PAIRS)
def test_colors_have_enough_contrast(scheme: dict[str, str], ink: str, paper: str, least: float) -> None:
    assert contrast(scheme[ink], scheme[paper]) >= least


def test_dark_scheme_is_the_same_without_scripts() -> None:
    assert NIGHT == NIGHT_WITHOUT_SCRIPT


def test_dark_scheme_overrides_every_light_color() -> None:
    assert set(NIGHT) == set(DAY)
