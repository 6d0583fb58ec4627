"""Leverage income: what chosen assets could bring in during their first year, after fees and costs, with a range.

The method: net = p·K·u·(1 - f) - v·K·u - F, with price p, offered number K, utilization u, platform fee f, variable cost v and fixed
cost F; only costs that the gig adds count. Break-even utilization is F / (K·(p(1 - f) - v)).
"""

from collections.abc import Iterator
from datetime import date

from ...engine.calculator import Calculator, Group, Lever, RowsTable
from ...engine.figures import Series, figures_in
from ...engine.parameters import Value
from ...shared.gigs import cited_values, gigs
from . import totals, uses
from .charts import months_chart
from .inputs import Inputs, assets_are_known
from .notes import car_warning, gave_note, loss_note, no_price_note, nothing_taken_warning
from .uses import MONTHS


def cites(inputs: Inputs, day: date) -> Iterator[Value]:
    """The published values for the chosen gigs."""
    del day  # the gigs' figures carry their own dates; the reader sees and overwrites them
    for name in dict.fromkeys(pair.gig for pair in inputs.pairs):
        yield from cited_values(gigs()[name])


PAIR_FIGURES = (
    uses.fits,
    uses.limited_by,
    uses.pair_gross,
    uses.pair_fees,
    uses.pair_costs,
    uses.pair_net,
    uses.pair_hours,
    uses.pair_net_per_hour,
    uses.break_even,
)

CALCULATOR = Calculator(
    id="leverage-income",
    title="Leverage income",
    purpose="What could your idle assets bring in a year, after fees and costs?",
    inputs=Inputs,
    figures=figures_in(uses, totals),
    headline=totals.net_year,
    support=("net_month", "own_hours_year", "net_per_hour"),
    series=(Series("months", "month", "Month", MONTHS),),
    rules=(assets_are_known,),
    groups=(
        Group("Your idle hours", ("own_hours",)),
        Group("Your gigs", ("pairs",)),
        Group("Your idle assets", ("assets",), folded=True),
        Group("Sharing and luck", ("order", "together"), folded=True),
    ),
    tables=(RowsTable("pairs", "Gig by gig", "pair_name", PAIR_FIGURES),),
    charts=(months_chart,),
    ranged=(totals.net_year, totals.net_month, uses.pair_net, totals.month_net),
    comonotone_share="together",
    affine=True,
    lever=Lever("costs_year", "gross_year", "What it costs:", "what it brings:"),
    cites=cites,
    notes=(gave_note, loss_note, no_price_note),
    warnings=(car_warning, nothing_taken_warning),
)
