"""Spreadsheets for tests: made as the site makes them, and read with the standard library alone."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from calculators import bridge
from pipeline import bundle
from pipeline.environment import node

MAKE = Path(__file__).with_name("spreadsheet.mjs")
DAY = "2026-11-23"
NAMES = {"": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
SHEETS = "xl/worksheets/sheet"


@dataclass(frozen=True)
class Read:
    """A cell as a file has it: its value, its formula, and the index of its style."""

    value: str | float | bool | None
    formula: str
    style: str


Cells = Mapping[tuple[str, str], Read]
"""The cells of a file, by sheet and address."""


def answers_for(requests: Iterable[tuple[str, Mapping[str, Any]]], **more: Any) -> list[dict[str, Any]]:
    """Return what Python answers to the page's requests for sheets, for calculators with their inputs."""
    answers: list[dict[str, Any]] = []
    first = 2
    for calculator, inputs in requests:
        question = {"calculator": calculator, "inputs": inputs, "as_of": DAY, "explore": {"first": first}, **more}
        answers.append(json.loads(bridge.spreadsheet(json.dumps(question))))
        first += len(answers[-1].get("sources", {"rows": []})["rows"])
    return answers


def make(answers: list[dict[str, Any]], file: Path) -> list[str]:
    """Make a file with the bundled script, and return the titles of what it leaves out."""
    folder = bundle.build_scripts()
    script = folder / json.loads((folder / "manifest.json").read_text("utf-8"))["spreadsheet"]
    queue = file.with_suffix(".json")
    queue.write_text(json.dumps(answers), "utf-8")
    done = subprocess.run([str(node()), str(MAKE), str(script), str(queue), str(file)], check=True, timeout=120, capture_output=True)
    return list(json.loads(done.stdout))


def read(file: Path) -> Cells:
    """Read every cell of a file that is not empty.

    Raises:
        ParseError: when a part is not well-formed.
    """
    cells: dict[tuple[str, str], Read] = {}
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        parts = {name: ET.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    texts = ["".join(t.text or "" for t in item.iter(f"{{{NAMES['']}}}t")) for item in parts["xl/sharedStrings.xml"].findall("si", NAMES)]
    for number, sheet in enumerate(parts["xl/workbook.xml"].findall("sheets/sheet", NAMES), 1):
        for cell in parts[f"{SHEETS}{number}.xml"].iterfind("sheetData/row/c", NAMES):
            value, formula = cell.find("v", NAMES), cell.find("f", NAMES)
            text = value.text if value is not None else None
            if text is not None or formula is not None:
                value_read, style = _value(cell.get("t", "n"), text or "", texts), cell.get("s", "")
                computed = "" if formula is None else formula.text or ""
                cells[sheet.get("name", ""), cell.get("r", "")] = Read(value_read, computed, style)
    return cells


def _value(kind: str, text: str, texts: list[str]) -> str | float | bool | None:
    if kind == "s":
        return texts[int(text)]
    if kind == "b":
        return text == "1"
    return (float(text) if text else None) if kind == "n" else text


def rewrite(file: Path, into: Path, change: Callable[[str], str]) -> None:
    """Copy a file with changes to the text of its sheets."""
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, change(content.decode("utf-8")).encode("utf-8") if name.startswith(SHEETS) else content)


def without_values(xml: str) -> str:
    """Leave out the values beside the formulas, so that a program has to compute them."""
    return re.sub(r'(?: t="(?:str|b)")?><f>(.*?)</f><v>.*?</v>', r"><f>\1</f>", xml, flags=re.DOTALL)


def names_of(file: Path) -> list[str]:
    """Return the names of a file's sheets, in order."""
    with zipfile.ZipFile(file) as archive:
        return [sheet.get("name", "") for sheet in ET.fromstring(archive.read("xl/workbook.xml")).findall("sheets/sheet", NAMES)]
