"""Calculators in the frames of other sites: a page for each, the script that adds the frame, and the macro of the page about it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from markupsafe import Markup
from mkdocs.utils import get_relative_url

from calculators import CATALOGUE
from calculators.engine.typed import default_abroad
from calculators.engine.view.outcome import environment, render

from .about import Answer, about_panel
from .macros import Macros

FOLDER = "embed"
SCRIPT = "embed.js"
"""The script's address from the site's root, which stays the same in every edition, since other sites name it."""
ROOT = "../../"
"""The site's root as seen from a frame's page."""
TEMPLATE = Path(__file__).resolve().parents[1] / "embed.html"

_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')


def names(macros: Macros) -> dict[str, Callable[[], str]]:
    """Map the macro's name to its function, for one build."""

    def embed_chooser() -> str:
        """Embed the form that makes the line for another site. The folder edition has no frames."""
        if macros.edition == "folder":
            return "You are reading the folder, which other sites can’t reach, so there is nothing to choose here. Use the website instead."
        base = get_relative_url(".", macros.page_url)
        return macros.placeholders.embed(
            render(
                "embed/template.html.j2",
                calculators=[Answer(c.id, c.title) for c in CATALOGUE],
                countries=about_panel(always=True).countries,
                base=base,
            )
        )

    return {"embed_chooser": embed_chooser}


def write_embeds(site: Path, macros: Macros, paths: dict[str, str], made: dict[str, object], site_name: str) -> None:
    """Write the page of each calculator's frame.

    Args:
        site: the site, with its first page, whose style sheets the frames share.
        macros: those of this build.
        paths: the addresses of the scripts and of the runtime from the site's root.
        made: what a page knows of these files beside their addresses.
        site_name: the site's name.
    """
    sheets = _SHEET.findall((site / "index.html").read_text("utf-8"))
    assets = json.dumps({**{name: ROOT + path for name, path in paths.items()}, **made}).replace("<", "\\u003c")
    template = environment().from_string(TEMPLATE.read_text("utf-8"))
    for calculator in CATALOGUE:
        abroad = {slot.name: value for slot in calculator.slots if (value := default_abroad(slot)) is not None}
        page = template.render(
            v=macros._view(calculator, calculator.inputs()),
            abroad=json.dumps(abroad, ensure_ascii=False) if abroad else "",
            root=ROOT,
            sheets=sheets,
            assets=Markup(assets),  # noqa: S704 - our own
            calculator_script=paths["calculator"],
            frame_script=paths["embed-frame"],
            site_name=site_name,
            page=f"{ROOT}calculators/{calculator.id}/",
        )
        target = site / FOLDER / calculator.id / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page, "utf-8")
