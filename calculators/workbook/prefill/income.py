"""Prefills from leverage income, the gig mix and net hourly pay."""

from ...catalogue import accelerator, equalizer, gig_mix, income_mix, leverage_income, net_hourly, take_home
from ...catalogue.gig_mix import figures as gig_mix_figures
from ...catalogue.gig_mix.inputs import Inputs as GigMixInputs
from ...catalogue.leverage_income import totals, uses
from ...catalogue.leverage_income.inputs import Inputs as LeverageIncomeInputs
from ...catalogue.net_hourly import figures as net_hourly_figures
from ...catalogue.net_hourly.inputs import Inputs as NetHourlyInputs
from ...engine.calculator import Outcome
from ...engine.fields import Rows
from ...engine.money import typed_number
from ...shared.periods import MONTHS_PER_YEAR, WEEKS_PER_MONTH, WEEKS_PER_YEAR
from .money import HIGHEST_TAX, typed_share
from .prefill import Prefill
from .typed import amount, hours, percent

DEAREST_HOUR = 10_000
LONGEST_WEEK = 168
NAME = 40
"""Characters of a name in the target's list."""


def _gigs(outcome: Outcome[LeverageIncomeInputs]) -> list[dict[str, str]] | None:
    """Uses that take the reader's own hours and pay for them, with that pay and the planned hours."""
    rows = []
    for name, pay, year in zip(outcome[uses.pair_name], outcome[uses.pair_net_per_hour], outcome[uses.pair_hours], strict=True):
        week = year / WEEKS_PER_YEAR
        if pay is not None and 0 <= pay <= DEAREST_HOUR and week <= LONGEST_WEEK:
            each, most = typed_number(pay, 2), hours(week)
            rows.append({"name": name[:NAME], "pay": each, "good": most, "later": each, "most": most})
    room = next(slot.field.maximum for slot in gig_mix.CALCULATOR.slots if isinstance(slot.field, Rows))
    return rows[:room] or None


def _month(outcome: Outcome[LeverageIncomeInputs]) -> dict[str, str] | None:
    """A month once everything is running, with every use at its low, typical or high utilization. It needs no simulation."""
    if outcome[totals.net_month] < 0:
        return None

    def at(part: str) -> float:
        planned = zip(outcome[uses.unit_margin], outcome[uses.granted], outcome[uses.season_months], outcome.inputs.pairs, strict=True)
        return float(
            sum(
                margin * room * getattr(pair.utilization, part) * months / MONTHS_PER_YEAR - (pair.fixed_cost if room > 0 else 0.0)
                for margin, room, months, pair in planned
            )
        )

    usual = outcome[totals.net_month]
    low, high = sorted((at("low"), at("high")))  # when a unit is sold at a loss, the order is reversed
    parts = {"low": min(max(0.0, low), usual), "typical": usual, "high": max(high, usual)}
    return {part: typed_number(value, 2) for part, value in parts.items()}


def _tax_of_an_hour(outcome: Outcome[NetHourlyInputs]) -> str | None:
    """What tax takes of the week, which its deduction per mile lowers; None without anything to tax."""
    week = outcome[net_hourly_figures.net_week]
    return percent(min(outcome[net_hourly_figures.tax] / week, HIGHEST_TAX)) if week > 0 else None


def _streams(outcome: Outcome[GigMixInputs]) -> list[dict[str, str]] | None:
    rows = [
        {"name": name, "kind": "gig", "amount": typed_number(week * WEEKS_PER_MONTH, 2)}
        for name, week in zip(outcome[gig_mix_figures.gig_name], outcome[gig_mix_figures.income], strict=True)
        if week > 0
    ]
    return rows or None


PREFILLS = (
    Prefill(leverage_income.CALCULATOR, equalizer.CALCULATOR, "hourly_net", lambda o: amount(o[totals.net_per_hour])),
    Prefill(net_hourly.CALCULATOR, equalizer.CALCULATOR, "hourly_net", lambda o: amount(o[net_hourly_figures.net_hour])),
    Prefill(take_home.CALCULATOR, equalizer.CALCULATOR, "hour_tax", typed_share),
    Prefill(net_hourly.CALCULATOR, equalizer.CALCULATOR, "hour_tax", _tax_of_an_hour),
    Prefill(leverage_income.CALCULATOR, gig_mix.CALCULATOR, "gigs", _gigs),
    Prefill(leverage_income.CALCULATOR, accelerator.CALCULATOR, "leverage", _month),
    Prefill(gig_mix.CALCULATOR, income_mix.CALCULATOR, "streams", _streams),
)
