"""MkDocs hook for `build.py serve`: keeps the runtime and the scripts as new as the pages. In any other build it does nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).absolute().parents[1]
LIVE = os.environ.get("UG_LIVE")
"""The address of the preview, while there is one."""

if LIVE and str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # MkDocs loads a hook by its path, without our folder on the way


def on_pre_build(config: Any) -> None:
    """Make again what the pages load, as far as its sources changed."""
    del config
    if LIVE:
        from pipeline import editions  # only where it is at work

        editions.make_parts()


def on_post_build(config: Any) -> None:
    """Offer the last download that was built, if any."""
    if LIVE:
        from pipeline import editions  # only where it is at work

        editions.copy_download(Path(config.site_dir))


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Say plainly where the site is, once it is."""
    del config, builder
    if LIVE:
        print(f"\nUltimate Gig is at {LIVE} (Ctrl+C ends it; a saved file shows at once)\n", flush=True)
    return server
