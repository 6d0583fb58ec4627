"""Charts rendered to SVG at build, so that a page shows them before any script runs."""

import hashlib
import json
import os
import re
from importlib import metadata
from pathlib import Path

import vl_convert
from markupsafe import Markup

from calculators.engine.view.charts import COLORS, Spec

VEGA_LITE = "6.4"
"""The Vega-Lite version to use of those in vl-convert; package.json pins the same one for the charts drawn in the browser."""

_CODE = Path(__file__).read_text("utf-8")


def draw(name: str, spec: Spec, cache: Path) -> Markup:
    """Render a Vega-Lite specification to inline SVG, in which CSS custom properties replace its sentinel colors.

    `name` makes the ids in the SVG unique on a page. The folder `cache` keeps the drawings between builds; both editions are built at
    the same time and share it.
    """
    key = f"{metadata.version('vl-convert-python')} {_CODE} {name} {json.dumps(spec, sort_keys=True)}"
    cached = cache / f"{hashlib.sha256(key.encode()).hexdigest()[:24]}.svg"
    if not cached.exists():
        cache.mkdir(parents=True, exist_ok=True)
        unfinished = cached.with_suffix(f".{os.getpid()}")
        unfinished.write_text(inlined(name, vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)), encoding="utf-8")
        unfinished.replace(cached)
    return Markup(cached.read_text(encoding="utf-8"))  # noqa: S704 - our own drawing


def inlined(name: str, svg: str) -> str:
    """Prepare an SVG for a page: name its ids, replace its colors, and hide it from assistive technology, since the figure is named.

    The renderer numbers ids across all its drawings, so they are numbered anew: a drawing does not depend on the ones before it.
    """
    prefix = re.sub(r"[^a-z0-9]+", "-", name)
    ids = list(dict.fromkeys(re.findall(r'\bid="([^"]+)"', svg)))
    for mark, end in (('id="', '"'), ("url(#", ")"), ('href="#', '"')):
        for number, old in enumerate(ids, 1):
            svg = svg.replace(f"{mark}{old}{end}", f"{mark}{prefix}-{number}{end}")
    svg = re.sub(r' (?:role|aria-[a-z]+)="[^"]*"', "", svg)
    svg = re.sub(r'\b(?:d|transform)="[^"]*"', _round_coordinates, svg)
    for sentinel, property_name in COLORS.items():
        svg = re.sub(re.escape(sentinel), f"var(--ug-chart-{property_name})", svg, flags=re.IGNORECASE)
    svg = re.sub(r"(<svg\b)", r'\1 aria-hidden="true" focusable="false"', svg, count=1)
    return re.sub(r">\s+<", "><", svg).strip()


def _round_coordinates(attribute: re.Match[str]) -> str:
    """Round coordinates to a tenth of a pixel, which halves the size of the SVG."""
    return re.sub(r"-?\d+\.\d{2,}", lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), attribute[0])
