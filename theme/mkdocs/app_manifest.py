"""The web app manifest and the icons of the installed site, drawn from the site's own icon.

The folder edition has none, since nothing can be installed from a file.
"""

import json
import re
from pathlib import Path

import vl_convert

DRAWING = Path(__file__).resolve().parents[1] / "images" / "favicon.svg"
MANIFEST = "manifest.webmanifest"
ICONS = "images/icons"
APPLE_ICON = f"{ICONS}/apple.png"
WIDTHS = (192, 512)
COLOR = "#123a2b"
PAPER = "#faf6ec"
SHORTCUTS = {"Calculators": "calculators/", "Your workbook": "workbook/", "Your plan": "calculators/plan/"}

_WIDTH = 32
"""Of the drawing, in its own units."""
_SAFE = 0.8
"""The share of a maskable icon's width that every mask leaves visible: a circle of this diameter in the middle."""
_CORNERS = re.compile(r' rx="[^"]*"')
_BACKGROUND = re.compile(r"<rect [^>]*/>")


def write_app(site: Path, name: str, description: str) -> None:
    """Write the manifest and the icons into the hosted edition."""
    write_icons(DRAWING.read_text("utf-8"), site / ICONS)
    text = json.dumps(manifest(name, description), ensure_ascii=False, indent=1)
    (site / MANIFEST).write_text(text + "\n", "utf-8")


def manifest(name: str, description: str) -> dict[str, object]:
    """Return the manifest's content. All addresses are relative to it, so that the site can be in any folder."""
    icons = [
        {"src": f"{ICONS}/{file}-{width}.png", "sizes": f"{width}x{width}", "type": "image/png", "purpose": purpose}
        for file, purpose in (("icon", "any"), ("maskable", "maskable"))
        for width in WIDTHS
    ]
    return {
        "name": name,
        "short_name": name,
        "description": description,
        "lang": "en",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": COLOR,
        "categories": ["education", "finance"],
        "icons": [*icons, {"src": "images/favicon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
        "shortcuts": [{"name": title, "url": url} for title, url in SHORTCUTS.items()],
    }


def write_icons(drawing: str, folder: Path) -> None:
    """Draw the icons as PNG: as they are, and maskable ones, which fill their square. iOS rounds the corners of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    for width in WIDTHS:
        _draw(drawing, width, folder / f"icon-{width}.png")
        _draw(maskable(drawing), width, folder / f"maskable-{width}.png")
    _draw(_CORNERS.sub("", drawing), 180, folder / Path(APPLE_ICON).name)


def maskable(drawing: str) -> str:
    """Return a drawing whose background fills the square, and whose other parts are within the circle that no mask cuts."""
    background = _BACKGROUND.search(drawing)
    if background is None:
        raise ValueError("the icon has no background")
    margin = (1 - _SAFE) / 2 * _WIDTH
    start, end = drawing[: background.start()], drawing[background.end() :].replace("</svg>", "</g></svg>")
    return f'{start}{_CORNERS.sub("", background[0])}<g transform="translate({margin:g} {margin:g}) scale({_SAFE})">{end}'


def _draw(drawing: str, width: int, target: Path) -> None:
    target.write_bytes(vl_convert.svg_to_png(drawing, scale=width / _WIDTH))
