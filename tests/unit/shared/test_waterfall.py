"""The waterfall chart: room for the amounts beside the bars."""

import pytest

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
