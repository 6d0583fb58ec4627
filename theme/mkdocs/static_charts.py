"""Charts drawn at build, so that a picture stands in the page before any script runs."""

from __future__ import annotations

import hashlib
import json
import re
from importlib import metadata
from pathlib import Path
from typing import Any

import vl_convert
from markupsafe import Markup

from calculators.engine.view.charts import COLOURS

VEGA_LITE = "6.4"
"""The version inside of vl-convert; package.json pins the same for the live charts."""


def draw(name: str, spec: dict[str, Any], cache: Path) -> Markup:
    """A specification as inline SVG whose colours are the page's custom properties.

    Args:
        name: makes the drawing's ids unique on a page.
        spec: Vega-Lite, with the sentinels of calculators.engine.charts for colours.
        cache: a folder that keeps drawings from build to build.
    """
    text = json.dumps(spec, sort_keys=True)
    key = f"{metadata.version('vl-convert-python')} {name} {text}"
    kept = cache / f"{hashlib.sha256(key.encode()).hexdigest()[:24]}.svg"
    if not kept.exists():
        svg = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_text(inlined(name, svg), encoding="utf-8")
    return Markup(kept.read_text(encoding="utf-8"))  # noqa: S704 - our own drawing


def inlined(name: str, svg: str) -> str:
    """The drawing made fit for a page: own ids, themed colours, no accessible names of its own (the figure has them)."""
    prefix = re.sub(r"[^a-z0-9]+", "-", name)
    svg = re.sub(r'\bid="([^"]+)"', rf'id="{prefix}-\1"', svg)
    svg = re.sub(r"url\(#([^)]+)\)", rf"url(#{prefix}-\1)", svg)
    svg = re.sub(r'href="#([^"]+)"', rf'href="#{prefix}-\1"', svg)
    svg = re.sub(r' (?:role|aria-[a-z]+)="[^"]*"', "", svg)
    svg = re.sub(r'\b(?:d|transform)="[^"]*"', _shortened, svg)
    for sentinel, property_name in COLOURS.items():
        svg = re.sub(re.escape(sentinel), f"var(--ug-chart-{property_name})", svg, flags=re.IGNORECASE)
    svg = re.sub(r"(<svg\b)", r'\1 aria-hidden="true" focusable="false"', svg, count=1)
    return re.sub(r">\s+<", "><", svg).strip()


def _shortened(attribute: re.Match[str]) -> str:
    """Coordinates to a tenth of a pixel: the same picture in half the bytes."""
    return re.sub(r"-?\d+\.\d{2,}", lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), attribute[0])
