"""Writes a calculator that runs, for its author to change: `build.py new calculator cost-of-a-meeting`.

docs/tutorials/add-a-calculator.md starts from what this writes. Nothing that exists is written over.
"""

from __future__ import annotations

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

FILES = {
    "calculators/catalogue/$folder/__init__.py": '''\
"""$title: what something that is paid again and again comes to."""

from __future__ import annotations

from ...engine.calculator import Calculator
from .figures import month, week, year
from .inputs import Inputs

CALCULATOR = Calculator(
    id="$id",
    title="$title",
    purpose="What does it come to in a year?",
    inputs=Inputs,
    figures=(week, month, year),
    headline=year,
)
''',
    "calculators/catalogue/$folder/inputs.py": '''\
"""The inputs of the calculator $id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ...engine.fields import Count, Money


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """A price, and how often it is paid."""

    price: Annotated[float, Money("It costs", le=10_000_000)] = 20.0
    times: Annotated[int, Count("You pay it", unit="times", per="week", le=1_000)] = 3
''',
    "calculators/catalogue/$folder/figures.py": '''\
"""The figures of the calculator $id."""

from __future__ import annotations

from ...engine.fields import Money
from ...engine.figures import figure
from ...shared.periods import WEEKS_PER_MONTH, WEEKS_PER_YEAR


@figure("In a week", unit=Money(per="week"))
def week(price: float, times: int) -> float:
    """The price, as often as you pay it."""
    return price * times


@figure("In a month", unit=Money(per="month"))
def month(week: float) -> float:
    """An average month has a little more than four weeks."""
    return week * WEEKS_PER_MONTH


@figure("In a year", unit=Money(per="year", dollars=True))
def year(week: float) -> float:
    """Fifty-two weeks like this one."""
    return week * WEEKS_PER_YEAR
''',
    "theme/components/sentences/$id.html.j2": """\
It comes to <strong>{{ say("year") }}</strong> a year, or {{ say("month") }} in an average month.
""",
    "tests/cases/$id.toml": '''\
# Worked examples: every figure is worked out by hand from the formula in `source`, never copied from the program's answer.

calculator = "$id"

[[case]]
name = "Three times a week at 20 is 60 a week"
source = "Week = price × times; year = 52 weeks; month = year ÷ 12"
inputs = { price = "20", times = "3" }
figures = { week = 60, month = 260, year = 3120 }
arithmetic = """
20 × 3 = 60; 60 × 52 = 3,120; 3,120 ÷ 12 = 260.
"""

[[case]]
name = "Cents are counted"
source = "Week = price × times; year = 52 weeks; month = year ÷ 12"
inputs = { price = "2.25", times = "4" }
figures = { week = 9, month = 39, year = 468 }
arithmetic = """
2.25 × 4 = 9; 9 × 52 = 468; 468 ÷ 12 = 39.
"""

[[case]]
name = "What costs nothing comes to nothing"
source = "Nothing times anything is nothing"
inputs = { price = "0", times = "7" }
figures = { week = 0, month = 0, year = 0 }
arithmetic = """
0 × 7 = 0.
"""

[[case]]
name = "What is never paid comes to nothing"
source = "Anything times nothing is nothing"
inputs = { price = "20", times = "0" }
figures = { week = 0, month = 0, year = 0 }
arithmetic = """
20 × 0 = 0.
"""

[[case]]
name = "A negative price is refused"
source = "The bounds of the fields"
inputs = { price = "-1" }
errors = [{ field = "price", code = "too-small" }]
arithmetic = """
−1 is below 0.
"""

[[case]]
name = "Half a time is refused"
source = "The fields: times are whole"
inputs = { times = "2.5" }
errors = [{ field = "times", code = "not-whole" }]
arithmetic = """
2.5 lies between 2 and 3.
"""
''',
    "tests/unit/test_$folder.py": '''\
"""$title: what must hold for any inputs."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue.$folder import CALCULATOR
from calculators.catalogue.$folder.inputs import Inputs

DAY = date(2026, 11, 23)


@given(st.floats(0, 10_000), st.integers(0, 500))
def test_twice_as_often_costs_twice_as_much(price: float, times: int) -> None:
    once = CALCULATOR.outcome(Inputs(price=price, times=times), DAY)
    twice = CALCULATOR.outcome(Inputs(price=price, times=2 * times), DAY)
    assert twice["year"] == pytest.approx(2 * once["year"])
''',
    "tests/properties/pairs_$folder.py": '''\
"""Pairs of amounts that describe the same thing: $title. test_pairs.py compares them for drawn inputs."""

from collections.abc import Iterator

from calculators.engine.calculator import Outcome


def pairs(outcome: Outcome) -> Iterator[tuple[str, float, float]]:
    yield "the week, its times", outcome["week"], outcome["price"] * outcome["times"]
    yield "the year, 52 weeks", outcome["year"], 52 * outcome["week"]
    yield "the year, 12 months", outcome["year"], 12 * outcome["month"]
''',
    "content/calculators/$id.md": """\
---
title: $title
description: What something that you pay again and again comes to in a year.
---

# $title

<p class="ug-lead">See what a small amount comes to in a year.</p>

{{ calculator("$id") }}

## What it answers

What you spend in a week, in an average month and in a year on something that you pay again and again.

## What it leaves out

**What it is worth to you.** It adds up the cost and nothing else.

## How it works, in words

It multiplies the price by the number of times in a week, and the week by 52.
""",
}
"""Path -> text, in which the three names below stand for those of the calculator."""


def new_calculator(name: str) -> None:
    """Write the files of a calculator, register it, and say what to do next.

    Raises:
        BuildError: for a name that cannot be used, a file that exists, or a calculator that does not run.
    """
    names = {"id": name, "folder": name.replace("-", "_"), "title": name.replace("-", " ").capitalize()}
    files = {Path(_filled(path, names)): _filled(text, names) for path, text in FILES.items()}
    _check_name(name, list(files))
    for path, text in files.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        _write(path, text)
    _write(CATALOGUE, _registered((ROOT / CATALOGUE).read_text("utf-8"), name))
    _write(NAVIGATION, _in_navigation((ROOT / NAVIGATION).read_text("utf-8"), name))
    done = run([sys.executable, "-m", "pipeline.typed_library"], "typed-library")
    if done.returncode != 0:
        raise causes.build_error(f"The calculator {name} was written but does not run", done.stdout, "typed-library")
    print(f"Wrote the calculator {name}:", *(f"  {path}" for path in files), sep="\n")
    print(f"It is registered in {CATALOGUE} and listed in {NAVIGATION}. To run it: python3 build.py serve")
    print("To make it yours, go on with docs/tutorials/add-a-calculator.md.")


def _filled(text: str, names: dict[str, str]) -> str:
    return string.Template(text).substitute(names)


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
