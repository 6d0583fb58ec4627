"""Find the archive's modules by an index. Python imports a module of this name when it starts.

Python's own finder reads the directory of a zip file entry by entry, in Python, and opens the file again for each module. With hundreds of
modules, that takes a tenth of a start in the browser. pipeline/archive.py writes the index.
"""

from __future__ import annotations

import marshal
import sys
from zipimport import zipimporter

TYPE_CHECKING = False
if TYPE_CHECKING:  # none of these can be imported yet, nor can typing
    from collections.abc import Mapping, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType


class IndexedModules:
    """Finds, loads and reads the files that the index lists."""

    def __init__(self, archive: str, index: Mapping[str, tuple[int, int]]) -> None:
        """Take the archive's path and, by the files' paths in it, where each begins and how many bytes it has."""
        self._archive = archive
        self._index = index

    def find_spec(self, name: str, path: Sequence[str] | None, _target: ModuleType | None = None) -> ModuleSpec | None:
        """Find a module in the folders of its package, or in the archive's root."""
        for folder in path or [self._archive]:
            stem = f"{folder}/{name.rpartition('.')[2]}"
            for file, is_package in ((f"{stem}/__init__.pyc", True), (f"{stem}.pyc", False)):
                if self._name(file) in self._index:
                    spec: ModuleSpec = type(__spec__)(name, self, origin=file, is_package=is_package)  # type: ignore[arg-type]  # load_module
                    spec.submodule_search_locations = [stem] if is_package else None
                    spec.has_location = True
                    return spec
        return None

    def create_module(self, _spec: ModuleSpec) -> None:
        """Let Python create the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Run a module's code."""
        exec(marshal.loads(self.get_data(str(module.__file__))), module.__dict__)  # noqa: S102, S302  (made by the build)

    def get_data(self, path: str) -> bytes:
        """Return a file's content, for `pkgutil.get_data`.

        Raises:
            FileNotFoundError: when there is no such file in the archive.
        """
        if self._name(path) not in self._index:
            raise FileNotFoundError(path)
        start, size = self._index[self._name(path)]
        with open(self._archive, "rb", buffering=0) as file:  # noqa: PTH123  (pathlib cannot be imported yet)
            file.seek(start)
            return file.read(size) or b""

    def _name(self, path: str) -> str:
        return path.removeprefix(f"{self._archive}/")


if isinstance(__spec__.loader, zipimporter):
    sys.meta_path.insert(0, IndexedModules(__spec__.loader.archive, marshal.loads(__spec__.loader.get_data("index"))))  # noqa: S302  (made by the build)
