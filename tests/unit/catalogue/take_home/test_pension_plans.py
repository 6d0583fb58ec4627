"""What goes from pay into a pension plan: what is refused, and what the notes say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home import CALCULATOR
from calculators.catalogue.take_home.au.calculator import CALCULATOR as AU
from calculators.catalogue.take_home.ca.calculator import CALCULATOR as CA
from calculators.catalogue.take_home.inputs import Inputs
from calculators.catalogue.take_home.uk.calculator import CALCULATOR as UK
from calculators.engine.calculator import Calculator, Outcome

DAY = date(2026, 11, 23)


def answer(calculator: Calculator, **inputs: Any) -> Outcome:
    return calculator.outcome(Inputs(country=calculator.serves, **inputs), DAY)


@pytest.mark.parametrize("country", ["us", "uk", "au"])
def test_more_into_a_plan_than_pay_is_refused(country: str) -> None:
    """In Canada an RRSP may be paid from other money."""
    typed = {"country": country, "wages": "10,000", "workplace_pension": "10,000.01"}
    _, (refusal,) = CALCULATOR.read(typed)
    assert refusal.field == "workplace_pension"
    assert CALCULATOR.read(typed | {"country": "ca"})[1] == []


@pytest.mark.parametrize(
    ("calculator", "typed", "said"),
    [
        (UK, {"workplace_pension": 4_000.0, "uk_pension_kind": "relief_at_source"}, "Your provider adds £1,000 of relief."),
        (UK, {"wages": 90_000.0, "workplace_pension": 40_000.0}, "Above £60,000 a year"),
        (CA, {"workplace_pension": 40_000.0}, "More than $33,810 is not deducted."),
        (AU, {"wages": 200_000.0, "workplace_pension": 20_000.0}, "only $8,500 fits under the yearly cap"),
    ],
)
def test_pension_note_says_what_is_lowered(calculator: Calculator, typed: dict[str, Any], said: str) -> None:
    sentences = " ".join(note(answer(calculator, tax_year="2026", **typed)) for note in calculator.notes)
    assert said in sentences
    assert said not in " ".join(note(answer(calculator, tax_year="2026")) for note in calculator.notes)
