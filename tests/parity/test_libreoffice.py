"""LibreOffice computes the spreadsheet's formulas, and gets our figures."""

from __future__ import annotations

import json
import math
import shutil
import subprocess
from pathlib import Path

import pytest

from calculators import CATALOGUE, bridge
from tests.parity.sheets import DAY, Cells, answers_for, make, read, rewrite, without_values
from tests.properties.drawing import SeededDice, inputs_of

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed; on Debian: apt-get install libreoffice-calc-nogui")

SEEDS = (0, 1)
"""Of drawn inputs; each case of a calculator comes up in turn."""
CHANGED_PAY = 60_000.0
CENT = 0.01


def _book(seed: int) -> list[tuple[str, dict[str, object]]]:
    """Return every calculator with drawn inputs; with seed 0, with its defaults."""
    requests: list[tuple[str, dict[str, object]]] = []
    for number, calculator in enumerate(CATALOGUE):
        cases = list(calculator.cases)
        drawn = inputs_of(calculator, SeededDice(100 * seed + number)) if seed else {}
        requests.append((calculator.id, {**drawn, calculator.case: cases[seed % len(cases)]} if cases else drawn))
    return requests


@pytest.fixture(scope="module")
def computed(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Cells, Cells]]:
    """Pair each file as we made it with what LibreOffice made of it; the last has other pay in the equalizer."""
    folder = tmp_path_factory.mktemp("sheets")
    bare, results = folder / "bare", folder / "results"
    bare.mkdir()
    for seed in SEEDS:
        make(answers_for(_book(seed)), folder / f"{seed}.xlsx")
        rewrite(folder / f"{seed}.xlsx", bare / f"{seed}.xlsx", without_values)
    rewrite(bare / "0.xlsx", bare / "changed.xlsx", lambda xml: xml.replace("<v>52000</v>", f"<v>{CHANGED_PAY:.0f}</v>"))
    profile = (folder / "profile").as_uri()
    command = [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx", "--outdir", str(results)]
    subprocess.run([*command, *map(str, sorted(bare.iterdir()))], check=True, timeout=300, capture_output=True)
    made = [*[folder / f"{seed}.xlsx" for seed in SEEDS], folder / "0.xlsx"]
    return [(read(ours), read(results / theirs.name)) for ours, theirs in zip(made, [*made[:-1], Path("changed.xlsx")], strict=True)]


def _differ(ours: object, theirs: object) -> bool:
    """Whether two values differ by a cent or more, or by more than rates may. Nothing is an empty text."""
    if isinstance(ours, float) and isinstance(theirs, float):
        return not math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=CENT if abs(ours) > 1 else 1e-6)
    return (ours or "") != (theirs or "") if not isinstance(ours, float) else True


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
