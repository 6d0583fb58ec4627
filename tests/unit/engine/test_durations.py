"""Durations as text."""

import json
import re

import pytest

from calculators import CATALOGUE, bridge
from calculators.engine.durations import write_months, write_months_in_full
from calculators.engine.fields import Months
from calculators.engine.view.formatting import machine, per_of


@pytest.mark.parametrize(
    ("months", "written"),
    [
        (0, "0 months"),
        (0.96, "1 month"),
        (1, "1 month"),
        (18.46, "18.5 months"),
        (24, "24 months"),
        (24.04, "24 months"),
        (24.06, "2 years"),
        (25, "2 years 1 month"),
        (35.5, "3 years"),
        (60.7, "5 years 1 month"),
        (1_199, "99 years 11 months"),
        (120_000, "10,000 years"),
        (-1, "−1 month"),
        (-60.7, "−5 years 1 month"),
    ],
)
def test_months_beyond_two_years_are_years_and_months(months: float, written: str) -> None:
    assert write_months(months) == written


def test_a_formula_s_result_keeps_the_months_that_were_counted() -> None:
    assert write_months_in_full(18.46) == "18.5 months"
    assert write_months_in_full(60.7) == "60.7 months (5 years 1 month)"


def test_a_machine_reads_the_number_of_months() -> None:
    unit = Months()
    assert machine(unit, 60.7) == "60.7"
    assert unit.in_formula(60.7) == "60.7"
    assert per_of(unit) == ""


@pytest.mark.parametrize("calculator", CATALOGUE, ids=lambda calculator: calculator.id)
def test_no_page_shows_more_than_24_months_as_months(calculator: object) -> None:
    """The working is excluded: it computes in months, with years and months beside them."""
    name = calculator.id  # type: ignore[attr-defined]
    html = json.loads(bridge.page(json.dumps({"calculator": name, "inputs": {}, "as_of": "2026-11-23"})))["outcome"]["html"]
    text = " ".join(re.sub(r"<[^>]+>", " ", html.partition("Show the working")[0]).split())
    long = [number for number in re.findall(r"([\d,]+(?:\.\d+)?) months", text) if float(number.replace(",", "")) > 24]
    assert long == []
