"""Give the pages of a finished site one style sheet in place of Material's two and ours, without the rules that no page can use.

The preview of `build.py serve` keeps the three, which look the same.
"""

from __future__ import annotations

import re
from pathlib import Path

from .causes import build_error
from .environment import node
from .made_files import keep
from .progress import MADE, ROOT, BuildError, run

SCRIPT = ROOT / "pipeline" / "node" / "sheet.mjs"

_LINK = re.compile(r'\s*<link rel="stylesheet" href="([^"]+)">')


def is_plain(page: Path) -> bool:
    """Return whether a file is one of the slides or handouts, which have a style of their own and load nothing."""
    return page.parent.as_posix().endswith("teachers/files")


def join_sheets(site: Path) -> None:
    """Write styles/pages.<hash>.css, link it from every page, and delete the sheets that it replaces.

    Raises:
        BuildError: when the sheets cannot be joined, or a page loads others than the first page.
    """
    sheets = [site / href for href in _LINK.findall((site / "index.html").read_text("utf-8"))]
    joined = MADE / "pages.css"
    done = run([node(), SCRIPT, site, joined, *sheets], "sheet")
    if done.returncode != 0:
        raise build_error("The style sheets could not be joined", done.stdout, "sheet")
    for sheet in sheets:
        sheet.unlink()
        sheet.with_name(f"{sheet.name}.map").unlink(missing_ok=True)
    name = keep(joined, sheets[-1].parent, "pages.css")
    names = [sheet.name for sheet in sheets]
    for path in site.rglob("*.html"):
        if is_plain(path):
            continue
        text = path.read_text("utf-8")
        links = list(_LINK.finditer(text))
        if [link[1].rpartition("/")[2] for link in links] != names:
            raise BuildError(f"{path.relative_to(site)} does not load the same style sheets as the first page")
        for link in links[:-1]:
            text = text.replace(link[0], "")
        path.write_text(text.replace(links[-1][1], links[-1][1].replace(names[-1], name)), "utf-8")
