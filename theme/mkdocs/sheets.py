"""MkDocs hook: join the style sheets that mkdocs.yml lists into one file named by its content.

The sources are many small sheets, each beside what it styles; a page loads one file instead of thirty.
"""

import hashlib
import posixpath
import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

FOLDER = "styles"
"""Where the joined sheet lies in the site."""

_RELATIVE_URL = re.compile(r'url\("(?![a-z]+:|/|#)([^"]+)"\)')


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace the listed sheets with the joined one.

    Raises:
        PluginError: when mkdocs.yml lists a sheet that does not exist.
    """
    parts = []
    for path in config.extra_css:
        sheet = files.get_file_from_path(path)
        if sheet is None:
            raise PluginError(f"mkdocs.yml lists {path} under extra_css, and there is no such file in theme/")
        parts.append(rebase_urls(sheet.content_string, posixpath.dirname(path)))
        files.remove(sheet)
    text = "\n".join(parts)
    name = f"{FOLDER}/pages.{hashlib.sha256(text.encode()).hexdigest()[:12]}.css"
    files.append(File.generated(config, name, content=text))
    config.extra_css = [name]
    return files


def rebase_urls(text: str, folder: str) -> str:
    """Rewrite a sheet's relative urls, which start from its own `folder`, to start from the joined sheet's."""

    def rebased(url: re.Match[str]) -> str:
        return f'url("{posixpath.relpath(posixpath.join(folder, url[1]), FOLDER)}")'

    return _RELATIVE_URL.sub(rebased, text)
