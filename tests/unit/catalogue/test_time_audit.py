"""What the time audit refuses."""

import pytest

from calculators.catalogue.time_audit import CALCULATOR


@pytest.mark.parametrize(
    ("hours", "sums"),
    [
        ((40.0, 2.5), "add up to 42.5, but a week has only 42 there. Remove 0.5."),
        ((1.578125, 1.6484375, 38.7734375), "add up to 42.01, but a week has only 42 there. Remove 0.01."),
    ],
)
def test_excess_hours_are_named_however_few_they_are(hours: tuple[float, ...], sums: str) -> None:
    """Inputs are read to a millionth, so parts of exactly 42 hours may exceed them by less than a message shows."""
    _, (error,) = CALCULATOR.read({"uses": [{"use": "sleep", "night": part} for part in hours]})
    assert error.message.endswith(sums)
