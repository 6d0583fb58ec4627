"""MkDocs hook for `build.py serve`: keep the runtime and the scripts as recent as the pages. It does nothing in other builds."""

import os
import sys
from pathlib import Path
from typing import TypeVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

Server = TypeVar("Server")

ROOT = Path(__file__).absolute().parents[1]
LIVE = os.environ.get("UG_LIVE")
"""The address of the preview; unset in other builds."""

if LIVE and str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # MkDocs loads a hook by its path, without this folder on sys.path


def on_config(config: object) -> None:
    """Rebuild what the pages load where its sources have changed, before theme/mkdocs/hooks.py imports any of it.

    Raises:
        PluginError: when that fails, after the cause was printed; MkDocs builds again at the next change.
    """
    del config
    if LIVE:
        from pipeline import editions  # only for the preview
        from pipeline.progress import BuildError

        try:
            editions.make_parts()
        except BuildError as fault:
            print(f"\n{fault}\n", flush=True)  # MkDocs prints the same error only once
            raise PluginError("The pages stay as they were until this is fixed.") from fault
        os.environ["UG_DOWNLOAD"] = editions.download() if editions.archive().is_file() else ""


@event_priority(-100)  # after the search index has been split
def on_post_build(config: MkDocsConfig) -> None:
    """Copy the most recently built download into the site, if there is one."""
    if LIVE:
        from pipeline import editions, notices  # only for the preview

        notices.write_notices(Path(config.site_dir))
        editions.add_download(Path(config.site_dir))


def on_serve(server: Server, config: object, builder: object) -> Server:
    """Print the address once the site is served."""
    del config, builder
    if LIVE:
        print(f"\nUltimate Gig is at {LIVE} (press Ctrl+C to stop; the page reloads after each saved change)\n", flush=True)
    return server
