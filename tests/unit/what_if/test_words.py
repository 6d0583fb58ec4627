"""The words of what-if answers: amounts with their units, and how far an input can change while a goal holds."""

from typing import Any

import pytest

from calculators.engine.analysis.goal_seek import GoalSeekResult, Status
from calculators.engine.analysis.perturbation import numeric_inputs, targets
from calculators.engine.fields import Count, Hours, Money, Months, Number, Rate
from calculators.what_if.words import amount, sought_words
from tests.unit.engine.analysis.shop import SHOP, Inputs

NUMBERS = {number.name: number for number in numeric_inputs(SHOP, Inputs())}
TARGETS = targets(SHOP, Inputs())


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        (Money(per="year"), 52_000.0, "$52,000 a year"),
        (Rate(per="year"), 0.034, "3.4% a year"),
        (Hours(per="week"), 4.0, "4 hours a week"),
        (Hours(per="week"), 1.0, "1 hour a week"),
        (Hours(per="week"), 1.04, "1 hour a week"),
        (Count(unit="units"), 11, "11 units"),
        (Number(unit="kWh"), 1.0, "1 kWh"),
        (Months(), 18.5, "18.5 months"),
        (Money(), None, "no value"),
    ],
)
def test_amount_has_its_unit(field: Number, value: float | None, text: str) -> None:
    assert amount(field, value) == text


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        (Money(), 12.0, "$12"),
        (Money(), 12.5, "$12.50"),
        (Money(), 12.3456, "$12.3456"),
        (Money(), 12.345, "$12.3450"),  # three decimals alone could be a thousand
        (Money(), -0.5, "−$0.50"),
        (Money(), 1234.5, "$1,234.50"),
        (Rate(), 0.123456, "12.3456%"),
        (Number(unit="miles"), 0.5, "0.5 miles"),
        (Number(unit="miles"), 0.12345678, "0.12345678 miles"),
    ],
)
def test_exact_amount_has_every_decimal(field: Number, value: float, text: str) -> None:
    """And an amount of money two, if it has any."""
    assert amount(field, value, exact=True) == text


def result(status: Status, by: str = "price", **more: Any) -> GoalSeekResult:
    return GoalSeekResult(NUMBERS[by], TARGETS["net"], 1_500.0, status, **more)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.0, 1_000.0, "It is at the goal already, whatever “Price” is."),
        (10.0, 30.0, "It is at the goal already, and stays there down to $10 and up to $30 of “Price”."),
        (19.8, 20.2, "It is at the goal already."),  # a hundredth of 20
        (19.79, 20.2, "It is at the goal already, and stays there down to $19.79 of “Price”."),
        (19.8, 20.21, "It is at the goal already, and stays there up to $20.21 of “Price”."),
        (0.0, 30.0, "It is at the goal already, and stays there up to $30 of “Price”."),  # what the form takes needs no word
        (10.0, 1_000.0, "It is at the goal already, and stays there down to $10 of “Price”."),
    ],
)
def test_goal_holds_as_far_as_it_matters(low: float, high: float, words: str) -> None:
    """From 0 to 1,000, which is all that the form takes; the price is 20."""
    assert sought_words(result(Status.ALREADY, value=20.0, result=1_500.0, holds=(low, high))) == words


@pytest.mark.parametrize(
    ("sought", "words"),
    [
        (result(Status.FOUND, value=20.0, result=1_500.004), ""),
        (result(Status.FOUND, value=20.0, result=1_500.01), "No number that can be typed comes closer."),
        (result(Status.FOUND, value=20.0, result=None), ""),
        (result(Status.NO_VALUE), "“Net” has no value, whatever “Price” is."),
        (result(Status.FLAT, reached=(5.0, 5.0)), "“Price” does not change it: “Net” stays at $5 a year."),
        (
            result(Status.BEYOND, reached=(-5.0, 5.0)),
            "With “Price” from $0 to $1,000, which is all that the form accepts, “Net” only goes from −$5 a year to $5 a year.",
        ),
        (
            result(Status.STEP, value=21.0, result=1_600.0, before=(20.5, 1_400.0)),
            "“Net” changes in steps and is never exactly that: at $20.50 it is $1,400 a year.",
        ),
        (
            result(Status.STEP, by="units", value=101, result=1_600.0, before=(100.0, 1_400.0)),
            "Only whole numbers count here: at 100 units it is $1,400 a year.",
        ),
    ],
)
def test_end_of_a_search_is_explained(sought: GoalSeekResult, words: str) -> None:
    assert sought_words(sought) == words
