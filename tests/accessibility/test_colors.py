"""The theme's colors, read from its style sheet: enough contrast in both schemes, and each color has both."""

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


COLOR = re.compile(r"--ug-([\w-]+):\s*(?:var\(--ug-day, (#[0-9a-f]{6})\) var\(--ug-night, (#[0-9a-f]{6})\)|(#[0-9a-f]{6}));")
SHADES = {name: (day or both, night or both) for name, day, night, both in COLOR.findall(TOKENS)}
DAY = {name: shades[0] for name, shades in SHADES.items()}
NIGHT = {name: shades[1] for name, shades in SHADES.items()}


def switches(selector: str) -> list[str]:
    """What the block with this selector sets."""
    body = re.search(re.escape(selector) + r"\s*\{([^}]*)\}", TOKENS)
    assert body
    return [declaration.strip() for declaration in body[1].split(";") if declaration.strip()]


def luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
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
    expected = ["color-scheme: dark", "--ug-day:", "--ug-night: initial"]
    assert switches('[data-md-color-scheme="slate"]') == switches("[data-md-color-scheme]:not([data-md-color-media])") == expected


def test_every_color_has_a_light_and_a_dark_value() -> None:
    assert len(re.findall(r"--ug-[\w-]+:[^;]*#[0-9a-f]", TOKENS)) == len(SHADES)
