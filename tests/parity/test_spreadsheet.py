"""The workbook as a spreadsheet: a valid file for any inputs, whose formulas LibreOffice computes to our figures."""

from __future__ import annotations

import json
import math
import subprocess
import zipfile
from pathlib import Path

import pytest

from calculators import CATALOGUE, bridge
from calculators.engine.spreadsheet.cells import LONGEST_NAME
from pipeline import libreoffice
from tests.parity.sheets import DAY, Cells, answers_for, make, names_of, read, rewrite, without_values
from tests.properties.drawing import SeededDice, inputs_of

SEEDS = (0, 1)
"""Of drawn inputs; each case of a calculator comes up in turn."""
CHANGED_PAY = 60_000.0
CENT = 0.01
HOSTILE = ('=HYPERLINK("http://x","y")', "+1+1", "@SUM(A1)", "-2", "_x0041_ & <b>]]>", "שלום 😀", "\ufffevan", "ا" * 40)
"""Names of assets. U+FFFE is no character of XML, and so in no file."""


def _book(seed: int) -> list[tuple[str, dict[str, object]]]:
    """Return every calculator with drawn inputs; with seed 0, with its defaults."""
    requests: list[tuple[str, dict[str, object]]] = []
    for number, calculator in enumerate(CATALOGUE):
        cases = list(calculator.cases)
        drawn = inputs_of(calculator, SeededDice(100 * seed + number)) if seed else {}
        requests.append((calculator.id, {**drawn, calculator.case: cases[seed % len(cases)]} if cases else drawn))
    return requests


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Make a file of every calculator for each seed."""
    folder = tmp_path_factory.mktemp("sheets")
    files = [folder / f"{seed}.xlsx" for seed in SEEDS]
    for seed, file in zip(SEEDS, files, strict=True):
        assert len(make(answers_for(_book(seed)), file)) <= seed, "drawn inputs of a calculator may be refused"
    return files


@pytest.fixture(scope="module")
def computed(made: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Cells, Cells]]:
    """Pair each file with what LibreOffice makes of it without our values; the last has other pay in the equalizer."""
    folder = tmp_path_factory.mktemp("office")
    bare, results = folder / "bare", folder / "results"
    bare.mkdir()
    for file in made:
        rewrite(file, bare / file.name, without_values)
    rewrite(bare / made[0].name, bare / "changed.xlsx", lambda xml: xml.replace("<v>52000</v>", f"<v>{CHANGED_PAY:.0f}</v>"))
    profile = (folder / "profile").as_uri()
    command = [libreoffice.soffice(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx", "--outdir", results]
    subprocess.run([*command, *sorted(bare.iterdir())], check=True, timeout=300, capture_output=True)
    return [
        (read(ours), read(results / theirs))
        for ours, theirs in zip([*made, made[0]], [*(f.name for f in made), "changed.xlsx"], strict=True)
    ]


def _differ(ours: object, theirs: object) -> bool:
    """Whether two values differ by more than a cent, or by more than rates may. Nothing is an empty text."""
    if isinstance(ours, float):
        return not isinstance(theirs, float) or not math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=CENT if abs(ours) > 1 else 1e-6)
    return (ours or "") != (theirs or "")


def test_recalculated_formulas_equal_our_figures(computed: list[tuple[Cells, Cells]]) -> None:
    checked = 0
    for ours, theirs in computed[:-1]:
        formulas = {place: cell for place, cell in ours.items() if cell.formula}
        values = {place: theirs[place].value if place in theirs else None for place in formulas}
        assert {p: (c.value, values[p], c.formula) for p, c in formulas.items() if _differ(c.value, values[p])} == {}
        checked += len(formulas)
    assert checked > 300 * len(SEEDS)


def test_a_changed_input_changes_the_outcome(computed: list[tuple[Cells, Cells]]) -> None:
    ours, theirs = computed[-1]
    request = {"calculator": "equalizer", "inputs": {"pay": CHANGED_PAY}, "as_of": DAY}
    gap = json.loads(bridge.run(json.dumps(request)))["figures"]["gap"]
    place = next((sheet, f"B{row[1:]}") for (sheet, row), cell in ours.items() if sheet == "The equalizer" and cell.value == "The gap")
    assert theirs[place].value == pytest.approx(gap, abs=CENT)
    assert abs(float(str(ours[place].value)) - gap) > 100 * CENT


def test_files_are_valid_for_any_inputs(made: list[Path]) -> None:
    """Every part is well-formed, names of sheets are valid and unique, and each formula has its value."""
    for file in made:
        names = names_of(file)
        assert names == ["Workbook", *names[1:-1], "Sources"]
        assert len(names) > len(CATALOGUE)
        assert len({name.casefold() for name in names}) == len(names)
        assert all(0 < len(name) <= LONGEST_NAME for name in names)
        formulas = [cell for cell in read(file).values() if cell.formula]
        assert len(formulas) > 200
        assert all(cell.value is not None for cell in formulas)


def test_a_readers_text_is_text_in_the_file(tmp_path: Path) -> None:
    assets = [{"name": name, "kind": "car"} for name in HOSTILE]
    file = tmp_path / "hostile.xlsx"
    wrong = ("equalizer", {"pay": "many"})
    assert make(answers_for([("inventory", {"assets": assets}), wrong]), file) == ["Calculator 2"]
    cells = read(file)
    named = {cell.value: cell for (sheet, _), cell in cells.items() if sheet == "Asset inventory"}
    for name in HOSTILE:
        kept = name.replace("\ufffe", "")
        assert kept.replace("_x0041_", "_x005F_x0041_") in named, kept
        assert named[kept.replace("_x0041_", "_x005F_x0041_")].formula == ""
    with zipfile.ZipFile(file) as archive:
        assert b"externalLink" not in b"".join(archive.read(name) for name in archive.namelist())


def test_without_any_answer_there_is_no_file(tmp_path: Path) -> None:
    assert make(answers_for([("equalizer", {"pay": "many"})]), tmp_path / "none.xlsx") == ["Calculator 1"]
    assert not (tmp_path / "none.xlsx").exists()
