"""In place of Pyodide's package loader. There are none, but Pyodide's script asks for their folders when it starts."""

from pyodide_js import loadedPackages  # type: ignore[import-not-found]  # noqa: F401  (a snapshot expects the reference)


class _Folder:
    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


SITE_PACKAGES = _Folder("/lib/python3.14/site-packages")
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages() -> None:
    """Find no packages."""
