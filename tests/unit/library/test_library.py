"""The typed functions: types, values, errors, and the examples of docs/library.md."""

import dataclasses
import doctest
import json
import re
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from mypy import api

import calculators
from calculators import IDS, InputError, bridge, find, leverage_income, net_hourly, take_home
from pipeline import typed_library
from pipeline.progress import ROOT

GUIDE = ROOT / "docs" / "library.md"
DAY = date(2026, 11, 23)
FUNCTIONS = [name.replace("-", "_") for name in IDS]

WELL_TYPED = """
from typing import assert_type
from calculators import leverage_income, take_home
from calculators.library.take_home import TakeHomeUk
pay = take_home(country="us", tax_year=2026, wages=60_000, gross_receipts=24_000)
assert_type(pay.extra_tax, float)
assert_type(take_home(country="uk"), TakeHomeUk)
assert_type(leverage_income(pairs=[{"gig": "tutoring", "price": 20, "utilization": (0.2, 0.4, 0.6)}]).net_per_hour, float | None)
"""
ILL_TYPED = """
from typing import assert_type
from calculators import take_home
take_home(country="us", wage=60_000)
take_home(country="us", scotland="yes")
take_home(country="us", wages="60,000")
assert_type(take_home(country="us").extra_tax, str)
take_home(country="us").extra_taxes
"""


def first_case(calculator: str) -> Any:
    """The first worked example of a calculator."""
    return tomllib.loads((ROOT / "tests" / "cases" / f"{calculator}.toml").read_text("utf-8"))["case"][0]


def plain(value: Any) -> Any:
    """A value as the bridge writes it in JSON."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: plain(inner) for name, inner in vars(value).items()}
    return [plain(inner) for inner in value] if isinstance(value, tuple) else value


def test_examples_of_the_guide_print_what_they_show() -> None:
    assert doctest.testfile(str(GUIDE), module_relative=False) == (0, len(re.findall(r"^>>> ", GUIDE.read_text("utf-8"), re.MULTILINE)))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_guide_has_an_example_of_each_calculator(name: str) -> None:
    examples = set(re.findall(r"\b(\w+)\(", GUIDE.read_text("utf-8"))) & set(FUNCTIONS)
    assert name in examples, f"docs/library.md has no example of {name}"


def test_committed_modules_are_up_to_date() -> None:
    written = {path.name: path.read_text("utf-8") for path in typed_library.FOLDER.glob("*.py") if path.name not in typed_library.KEPT}
    assert written == typed_library.modules(), "run python -m pipeline.typed_library"


@pytest.mark.parametrize("name", IDS)
def test_a_function_answers_as_the_bridge_does(name: str) -> None:
    inputs = {} if name in {"take-home", "rate-to-charge"} else first_case(name)["inputs"]
    answer = json.loads(bridge.run(json.dumps({"calculator": name, "inputs": inputs, "as_of": DAY.isoformat()})))
    typed = getattr(calculators, name.replace("-", "_"))(as_of=DAY, **inputs)
    assert {figure: getattr(typed, figure) for figure in answer["figures"]} == answer["figures"]
    for figure, spread in answer.get("ranges", {}).items():
        assert plain(typed.ranges[figure]) == spread
    for series, rows in answer.get("rows", {}).items():
        for figure in (figure for figure in find(name).graph.figures if figure.rows == series and not figure.step):  # type: ignore[union-attr]
            assert plain(getattr(typed, figure.name)) == [row[figure.name] for row in rows]


def test_an_uncertain_input_is_a_number_or_low_typical_and_high() -> None:
    certain, spread = net_hourly(gross=240).ranges["kept_week"], net_hourly(gross=(200, 240, 290)).ranges["kept_week"]
    assert not isinstance(certain, tuple)
    assert not isinstance(spread, tuple)
    assert certain.p10 == certain.p50 == certain.p90
    assert spread.p10 < spread.p50 < spread.p90
    pair = {"gig": "tutoring", "price": 20.0, "units": 10.0}
    sold = [leverage_income(pairs=[{**pair, "utilization": how}], assets=[]).net_year for how in (0.4, (0.4, 0.4, 0.4))]  # type: ignore[typeddict-item]
    assert sold[0] == sold[1] > 0


def test_every_refused_input_is_named_in_one_error() -> None:
    with pytest.raises(InputError, match="wages: You wrote “-5”") as refused:
        take_home(country="us", tax_year=2026, wages=-5, age=200)
    assert [(error.field, error.code) for error in refused.value.errors] == [("wages", "too-small"), ("age", "too-large")]
    with pytest.raises(InputError, match="There is no such field"):
        take_home(wage=5)  # type: ignore[call-overload]
    with pytest.raises(InputError) as wrong_row:
        leverage_income(pairs=[{"utilization": (0.9, 0.5, 0.1)}])
    assert [error.field for error in wrong_row.value.errors] != []


def test_a_day_without_published_rates_is_an_input_error() -> None:
    with pytest.raises(InputError) as refused:
        calculators.buffer(as_of=date(2060, 1, 1))
    assert [(error.field, error.code) for error in refused.value.errors] == [("", "not-published")]


def test_importing_a_function_imports_no_calculator() -> None:
    code = (
        "import sys; from calculators import take_home; print(*[name for name in sys.modules if name.startswith('calculators.catalogue')])"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout == "\n"


def mypy(code: str, folder: Path) -> list[str]:
    file = folder / "asked.py"
    file.write_text(code, "utf-8")
    said, _, _ = api.run(["--config-file", str(ROOT / "pyproject.toml"), str(file)])
    return [line for line in said.splitlines() if ": error: " in line]


def test_mypy_knows_inputs_and_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert mypy(WELL_TYPED, tmp_path) == []
    wrong = mypy(ILL_TYPED, tmp_path)
    lines = {int(line.split(":")[1]) for line in wrong}
    assert lines == {number for number, line in enumerate(ILL_TYPED.splitlines(), 1) if "take_home(" in line}
