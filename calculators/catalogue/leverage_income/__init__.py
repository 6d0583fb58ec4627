"""Leverage income: what chosen assets could bring in during their first year, after fees and costs, with a range.

The method: net = p·K·u·(1 - f) - v·K·u - F, with price p, offered number K, utilization u, platform fee f, variable cost v and fixed
cost F; only costs that the gig adds count. Break-even utilization is F / (K·(p(1 - f) - v)).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...engine.calculator import Calculator, Group, Lever, RowsTable
from ...engine.figures import Series
from ...engine.parameters import Value
from ...shared.gigs import cited_values, gigs
from .charts import months_chart
from .inputs import Inputs, assets_are_known
from .notes import car_warning, gave_note, loss_note, no_price_note, nothing_taken_warning
from .totals import (
    costs_year,
    fees_year,
    gross_year,
    hours_left,
    month_costs,
    month_fees,
    month_fixed,
    month_gross,
    month_net,
    month_runs,
    month_shares,
    net_month,
    net_per_hour,
    net_year,
    own_hours_year,
)
from .uses import (
    MONTHS,
    break_even,
    fits,
    full_months,
    granted,
    held_back,
    limited_by,
    pair_costs,
    pair_fees,
    pair_fixed_costs,
    pair_gross,
    pair_hours,
    pair_name,
    pair_net,
    pair_net_per_hour,
    pair_unit_costs,
    sharing,
    sold,
    unit_margin,
)


def cites(inputs: Inputs, day: date) -> Iterator[Value]:
    """The published values for the chosen gigs."""
    del day  # the gigs' figures carry their own dates; the reader sees and overwrites them
    for name in dict.fromkeys(pair.gig for pair in inputs.pairs):
        yield from cited_values(gigs()[name])


PAIR_FIGURES = (fits, limited_by, pair_gross, pair_fees, pair_costs, pair_net, pair_hours, pair_net_per_hour, break_even)

CALCULATOR = Calculator(
    id="leverage-income",
    title="Leverage income",
    purpose="What could your idle assets bring in a year, after fees and costs?",
    inputs=Inputs,
    figures=(
        pair_name,
        unit_margin,
        sharing,
        granted,
        held_back,
        fits,
        limited_by,
        sold,
        full_months,
        pair_gross,
        pair_fees,
        pair_unit_costs,
        pair_fixed_costs,
        pair_costs,
        pair_net,
        pair_hours,
        pair_net_per_hour,
        break_even,
        gross_year,
        fees_year,
        costs_year,
        net_year,
        net_month,
        own_hours_year,
        net_per_hour,
        hours_left,
        month_shares,
        month_runs,
        month_fixed,
        month_gross,
        month_fees,
        month_costs,
        month_net,
    ),
    headline=net_year,
    series=(Series("months", "month", "Month", MONTHS),),
    rules=(assets_are_known,),
    groups=(
        Group("Your idle hours", ("own_hours",)),
        Group("Your idle assets", ("assets",)),
        Group("Your gigs", ("pairs",)),
        Group("Sharing and luck", ("order", "together"), folded=True),
    ),
    tables=(RowsTable("pairs", "Gig by gig", "pair_name", PAIR_FIGURES),),
    charts=(months_chart,),
    ranged=(net_year, pair_net, month_net),
    comonotone_share="together",
    affine=True,
    lever=Lever("costs_year", "gross_year", "What it costs:", "what it brings:"),
    cites=cites,
    notes=(gave_note, loss_note, no_price_note),
    warnings=(car_warning, nothing_taken_warning),
)
