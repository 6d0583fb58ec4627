"""Dana's numbers as the equalizer's form shows them in chapter 8."""

from __future__ import annotations

from calculators.engine.money import typed_number
from tests.content.book import build_day
from theme.mkdocs.households import households

_EQUALIZER = households(build_day())["dana"].equalizer

DANA = {name: typed_number(_EQUALIZER[name]) for name in ("pay", "idle_hours", "hourly_net")}
"""Those that differ from the form's usual numbers."""
ALL_OF_DANAS = {
    **DANA,
    **{name: typed_number(_EQUALIZER[name] * 100) for name in ("pay_growth", "inflation")},
    "years": str(_EQUALIZER["years"]),
}
"""All that the chapter gives."""
