"""Writes a calculator that runs, for its author to change: `build.py new calculator cost-of-a-meeting`.

docs/tutorials/add-a-calculator.md starts from what this writes. Nothing that exists is written over.
"""

import keyword
import re
import string
import sys
from pathlib import Path

from . import causes
from .progress import ROOT, BuildError, run

CATALOGUE = Path("calculators", "__init__.py")
NAVIGATION = Path("mkdocs.yml")
LONGEST = 40

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

FILES = Path(__file__).with_name("new_calculator_files")
"""The files as they are written, each with .txt after its name. __id__ and __folder__ in a path, and $id, $folder and $title in a text,
stand for the names of the calculator."""


def new_calculator(name: str) -> None:
    """Write the files of a calculator, register it, and say what to do next.

    Raises:
        BuildError: for a name that cannot be used, a file that exists, or a calculator that does not run.
    """
    names = {"id": name, "folder": name.replace("-", "_"), "title": name.replace("-", " ").capitalize()}
    files = {_target(path, names): string.Template(path.read_text("utf-8")).substitute(names) for path in sorted(FILES.rglob("*.txt"))}
    _check_name(name, list(files))
    for path, text in files.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        _write(path, text)
    _write(CATALOGUE, _registered((ROOT / CATALOGUE).read_text("utf-8"), name))
    _write(NAVIGATION, _in_navigation((ROOT / NAVIGATION).read_text("utf-8"), name))
    done = run([sys.executable, "-m", "pipeline.typed_library"], "typed-library")
    if done.returncode != 0:
        raise causes.build_error(f"The calculator {name} was written but does not run", done.stdout, "typed-library")
    print(f"Wrote the calculator {name}:", *(f"  {path.as_posix()}" for path in files), sep="\n")
    print(f"Its typed function is in calculators/library/{names['folder']}.py. {CATALOGUE.as_posix()} and {NAVIGATION} list it.")
    print("To see it: python3 build.py serve")
    print("To make it yours, go on with docs/tutorials/add-a-calculator.md.")


def _target(template: Path, names: dict[str, str]) -> Path:
    """The path, in the project, of what is made from a template."""
    path = template.relative_to(FILES).with_suffix("").as_posix()
    return Path(path.replace("__id__", names["id"]).replace("__folder__", names["folder"]))


def _write(path: Path, text: str) -> None:
    (ROOT / path).write_text(text, "utf-8", newline="\n")


def _check_name(name: str, paths: list[Path]) -> None:
    if not _NAME.fullmatch(name) or len(name) > LONGEST:
        raise BuildError(f"“{name}” cannot be a calculator's name. Use lowercase letters and digits with hyphens, like cost-of-a-meeting.")
    folder = name.replace("-", "_")
    used = {path.stem for path in (ROOT / "calculators").iterdir()} | {path.stem for path in (ROOT / "calculators" / "library").iterdir()}
    existing = next((path for path in paths if (ROOT / path).exists()), None)
    if existing or folder in used or keyword.iskeyword(folder):
        raise BuildError(f"The name {name} is taken{f': there is {existing}' if existing else ''}. Choose another one.")


def _registered(text: str, name: str) -> str:
    """`calculators/__init__.py` with the calculator's id after the last one, and its typed function among the imports for mypy."""
    function = name.replace("-", "_")
    text = re.sub(r"(?<=^IDS = \()(.*?)(?=^\))", rf'\1    "{name}",\n', text, count=1, flags=re.DOTALL | re.MULTILINE)
    imports = [line for line in text.splitlines() if line.startswith("    from .library.")]
    wanted = sorted([*imports, f"    from .library.{function} import {function} as {function}"])
    return text.replace("\n".join(imports), "\n".join(wanted), 1)


def _in_navigation(text: str, name: str) -> str:
    """`mkdocs.yml` with the calculator's page after the last one."""
    last = re.findall(r"^ *- calculators/[\w-]+\.md\n", text, re.MULTILINE)[-1]
    return text.replace(last, last + re.sub(r"calculators/[\w-]+", f"calculators/{name}", last), 1)
