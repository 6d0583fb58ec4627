"""MkDocs hook: the style sheets that mkdocs.yml lists, as one file named by its content.

The sheets are many and small so that they can be read; a page should wait for one request and not for twenty.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put one sheet in the place of all, in the folder that they were in: their url() stay true.

    Raises:
        PluginError: when mkdocs.yml lists a sheet that is not there.
    """
    parts = []
    for path in config.extra_css:
        sheet = files.get_file_from_path(path)
        if sheet is None:
            raise PluginError(f"mkdocs.yml lists {path} under extra_css, and there is no such file in theme/")
        parts.append(squeeze(sheet.content_string))
        files.remove(sheet)
    text = "\n".join(parts)
    name = f"styles/pages.{hashlib.sha256(text.encode()).hexdigest()[:12]}.css"
    files.append(File.generated(config, name, content=text))
    config.extra_css = [name]
    return files


def squeeze(text: str) -> str:
    """A sheet without comments, indents and empty lines."""
    lines = (line.strip() for line in re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).splitlines())
    return "\n".join(line for line in lines if line)
