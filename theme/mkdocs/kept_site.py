"""The macros about the site that a browser keeps for use without a network, and about what works there."""

import os
from collections.abc import Callable

from calculators.engine.view.outcome import render

from .macros import Macros
from .works_where import table

STORED, SENT = "size-of-the-kept-site", "size-of-what-is-fetched"
"""Stand for two sizes in the pages, which are known once the site is complete, as in pipeline/editions.py."""


def names(macros: Macros) -> dict[str, Callable[[], str]]:
    """Map each macro's name to its function, for one build."""
    is_folder = macros.edition == "folder"
    is_final = not is_folder and not os.environ.get("UG_LIVE")

    def kept_site() -> str:
        """The panel that shows what is kept. The folder edition has no need of it."""
        if is_folder:
            return "You are reading the folder now, and nothing in it needs the internet. The rest of this section is about the website."
        return macros.placeholders.embed(render("kept-site/template.html.j2"))

    def kept_size() -> str:
        """The room that the kept site takes."""
        return STORED if is_final else "about as much as a dozen photos"

    def fetched_size() -> str:
        """About what is fetched to keep the site."""
        return SENT if is_final else "about as much as two songs"

    return {"works_where": table, **{call.__name__: call for call in (kept_site, kept_size, fetched_size)}}
