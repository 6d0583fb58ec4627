"""The waterfall chart: room for the amounts beside the bars."""

from datetime import date

import pytest

from calculators.catalogue.take_home import CALCULATOR
from calculators.engine.view.charts import NARROW, WIDE, Size
from calculators.shared.waterfall import Step, waterfall

DIGIT = 6.3
"""Pixels of a bold digit of Inter at 12 pixels."""


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=lambda size: size.name)
@pytest.mark.parametrize("amount", [20.0, 26_543.21, 1_234_567.89])
def test_longest_amount_fits_beside_its_bar(size: Size, amount: float) -> None:
    """The bars end where the longest amount still has room, at 60% of the width for bars and amounts."""
    bars, _, texts = waterfall(size, [Step("Receipts", amount, total=True), Step("Tax", amount / 3)], "a year")["layer"]
    low, high = bars["encoding"]["x"]["scale"]["domain"]
    room = (high - amount) / (high - low) * size.width * 0.6
    longest = max(len(value["text"]) for value in waterfall(size, [Step("Receipts", amount, total=True)], "a year")["data"]["values"])
    assert room >= longest * DIGIT + texts["mark"]["dx"]


@pytest.mark.parametrize("country", ["us", "ca", "uk", "au"])
def test_losses_lead_from_the_first_bar_to_the_last(country: str) -> None:
    """What is kept stands on zero, and is as long as what the losses leave."""
    inputs, errors = CALCULATOR.read({"country": country, "gross_receipts": 20_000, "expenses": 2_000})
    assert inputs is not None, errors
    outcome = CALCULATOR.outcome(inputs, date(2026, 11, 29))
    chart = next(chart for chart in outcome.calculator.charts if chart.name == "kept")
    first, *losses, last = chart.draw(outcome, WIDE)["data"]["values"]
    assert (first["from"], first["to"], last["from"]) == (0, 20_000, 0)
    assert [loss["from"] for loss in losses] == [first["to"], *(loss["to"] for loss in losses[:-1])]
    assert last["to"] == pytest.approx(losses[-1]["to"], abs=0.02)
