"""The archive that Python in the browser starts from, pipeline/archive.py, and the import of its modules, pipeline/in_browser."""

from __future__ import annotations

import importlib.util
import marshal
import pkgutil
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from pipeline import runtime
from pipeline.archive import read_zip, write_archive
from pipeline.in_browser import sitecustomize
from pipeline.made_files import manifest

HEADER = bytes(16)


def code(source: str) -> bytes:
    """A .pyc file."""
    return HEADER + marshal.dumps(compile(source, "made.py", "exec"))


FILES = {
    "encodings/utf_8.pyc": code("name = 'utf-8'"),
    "indexed_package/__init__.pyc": code("from .part import value"),
    "indexed_package/part.pyc": code("value = 42"),
    "indexed_package/data/empty.json": b"",
    "indexed_package/data/rates.json": b'{"rate": 7}',
    "indexed_module.pyc": code("import indexed_package; doubled = 2 * indexed_package.value"),
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "python.zip"
    write_archive(path, FILES)
    return path


@pytest.fixture
def finder(archive: Path) -> Iterator[sitecustomize.IndexedModules]:
    finder = sitecustomize.IndexedModules(str(archive), marshal.loads(read_zip(archive)["index"]))
    sys.meta_path.insert(0, finder)  # type: ignore[arg-type]  # importlib's type has more methods than importlib asks for
    yield finder
    sys.meta_path.remove(finder)  # type: ignore[arg-type]
    for name in [name for name in sys.modules if name.startswith("indexed_")]:
        del sys.modules[name]


def test_index_tells_where_each_file_lies(archive: Path) -> None:
    content, index = archive.read_bytes(), marshal.loads(read_zip(archive)["index"])
    lying = {name: content[start : start + size] for name, (start, size) in index.items()}
    expected = {name: file[16:] if name.endswith(".pyc") else file for name, file in FILES.items() if not name.startswith("encodings/")}
    assert lying == expected


def test_what_python_imports_first_is_in_the_zip_itself(archive: Path) -> None:
    assert read_zip(archive).keys() == {"modules", "index", "encodings/utf_8.pyc"}


def test_same_files_give_the_same_archive(archive: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.zip"
    write_archive(again, dict(reversed(FILES.items())))
    assert again.read_bytes() == archive.read_bytes()


@pytest.mark.usefixtures("finder")
def test_modules_and_packages_are_imported(archive: Path) -> None:
    module = importlib.import_module("indexed_module")
    package: ModuleType = sys.modules["indexed_package"]
    assert module.doubled == 84
    assert package.__path__ == [f"{archive}/indexed_package"]
    assert package.part.__file__ == f"{archive}/indexed_package/part.pyc"


@pytest.mark.usefixtures("finder")
def test_data_of_a_package_is_read() -> None:
    assert pkgutil.get_data("indexed_package", "data/rates.json") == b'{"rate": 7}'
    assert pkgutil.get_data("indexed_package", "data/empty.json") == b""
    with pytest.raises(FileNotFoundError, match=r"none\.json"):
        pkgutil.get_data("indexed_package", "data/none.json")


@pytest.mark.usefixtures("finder")
def test_unknown_module_is_left_to_others() -> None:
    assert importlib.util.find_spec("indexed_nothing") is None
    assert importlib.util.find_spec("indexed_package.nothing") is None
    assert importlib.util.find_spec("json") is not None


def test_shipped_archive_is_stored_and_has_few_entries() -> None:
    """A server compresses a stored archive better, and Python reads the directory entry by entry."""
    made = runtime.build_runtime()
    with zipfile.ZipFile(made / manifest(made)["stdlib"]) as shipped:
        entries = shipped.infolist()
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert len(entries) < 20
    assert entries[0].filename == "modules"
