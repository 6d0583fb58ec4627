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


def on_config(config: Any) -> None:
    """Make again what the pages load, as far as its sources changed, before theme/mkdocs/hooks.py imports any of it.

    Raises:
        PluginError: when that fails; MkDocs prints its text, and builds again at the next change.
    """
    del config
    if LIVE:
        from mkdocs.exceptions import PluginError

        from pipeline import editions  # only where it is at work
        from pipeline.progress import StoppedError

        try:
            editions.make_parts()
        except StoppedError as fault:
            raise PluginError(str(fault)) from fault


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
