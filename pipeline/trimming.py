"""Find the modules that the calculators use, and compile them. Runs in Pyodide, in Node, during the build.

pipeline/node/trim.mjs mounts these folders: /build/staged (the result of pipeline/staging.py), /build/made (for the results),
/build/site-packages (the build's own, for pyodide-build) and /build/pipeline (this file).
"""

import ast
import contextlib
import importlib
import marshal
import os
import sys
import zipfile
from pathlib import Path
from types import CodeType

import import_trace

STAGED = Path("/build/staged")
MADE = Path("/build/made")
STDLIB = f"/lib/python{sys.version_info[0]}{sys.version_info[1]}.zip"

EARLY = "315662400"
"""Noon on January 2, 1980, in UTC: in every time zone a day that a zip file can record, as January 1 is not in America."""

PYC_HEADER = 16
"""Bytes before the code in a .pyc file."""

# Modules that no request imports: what a memory snapshot needs, codecs that are looked up by name, and those that format an error.
ALWAYS = ("calculators.snapshot", "encodings.ascii", "encodings.latin_1", "encodings.utf_8", "encodings.cp437", "jinja2.debug", "traceback")

# Modules that their importers work without: compression other than zlib's, and encrypted connections. Nothing here needs them.
LEFT_OUT = ("bz2.py", "compression/", "lzma.py", "ssl.py", "_ssl.py")


def find() -> str:
    """Write two archives of the sources in use, `library` and `calculators`, and return the answers of import_trace."""
    sys.path.insert(0, str(STAGED))
    answers = import_trace.answers()
    for name in ALWAYS:
        importlib.import_module(name)
    files = [getattr(module, "__file__", None) or "" for module in list(sys.modules.values())]
    stdlib = {file.removeprefix(f"{STDLIB}/") for file in files if file.startswith(f"{STDLIB}/")}
    stdlib = {name for name in stdlib if not name.startswith(LEFT_OUT)}
    staged = {str(Path(file).relative_to(STAGED)) for file in files if file.startswith(f"{STAGED}/")}
    staged |= {str(p.relative_to(STAGED)) for p in STAGED.rglob("*") if p.is_file() and _always_staged(p)}
    ours = {name for name in staged if name.startswith("calculators/")}
    with zipfile.ZipFile(STDLIB) as source:
        library = {name: _with_documented_dataclasses(source.read(name)) for name in stdlib}
    library |= {name: (STAGED / name).read_bytes() for name in staged - ours}
    _archive(MADE / "library.zip", library)
    _archive(MADE / "calculators.zip", {name: (STAGED / name).read_bytes() for name in ours})
    return str(answers)


def _with_documented_dataclasses(source: bytes) -> bytes:
    """Give each dataclass of a module a docstring that -OO does not remove. Without one, it generates one on import, which is slow."""
    if b"@dataclass" not in source and b".dataclass" not in source:
        return source
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and any("dataclass" in ast.unparse(decorator) for decorator in node.decorator_list):
            node.body.insert(0, ast.parse("__doc__ = '.'").body[0])
    return ast.unparse(tree).encode()


def _always_staged(path: Path) -> bool:
    return path.suffix == ".json" or path.parent.name == "_templates" or path.name == "sitecustomize.py"


def _archive(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as out:
        for name in sorted(files):
            out.writestr(zipfile.ZipInfo(name), files[name])


def compile_archive(name: str) -> None:
    """Compile the sources in an archive to bytecode of the running Python, with the function behind `pyodide py-compile`.

    The optimization level is that of the running interpreter. -OO removes docstrings, which only the library can do without.
    """
    sys.path.append("/build/site-packages")
    os.environ["SOURCE_DATE_EPOCH"] = EARLY  # makes the bytecode refer to its source by hash, not by time
    from pyodide_build._py_compile import _compile

    compiled = MADE / f"{name}.pyc.zip"
    with contextlib.redirect_stdout(sys.stderr):
        _compile(MADE / f"{name}.zip", compiled, keep=True, verbose=False, compression_level=0)
    with zipfile.ZipFile(compiled) as source:
        files = {entry: source.read(entry) for entry in source.namelist()}
    _archive(compiled, {entry: _without_lines(content) if entry.endswith(".pyc") else content for entry, content in files.items()})


def _without_lines(bytecode: bytes) -> bytes:
    """Remove the table of source lines from a .pyc file: a seventh of the compressed archive, of use in a traceback only."""
    return bytecode[:PYC_HEADER] + marshal.dumps(_code_without_lines(marshal.loads(bytecode[PYC_HEADER:])))  # noqa: S302 - made here


def _code_without_lines(code: CodeType) -> CodeType:
    constants = tuple(_code_without_lines(constant) if isinstance(constant, CodeType) else constant for constant in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=constants)
