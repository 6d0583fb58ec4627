"""Platform fees: what is left of a price on each platform, and which price leaves the same amount."""

from collections.abc import Iterable
from datetime import date

from ...engine.analysis.doubt import off_by
from ...engine.calculator import Calculator, Group, RowsTable
from ...engine.figures import figures_in
from ...engine.parameters import Value
from . import figures
from .charts import bars_chart
from .inputs import Inputs, limits_in_order
from .notes import below_zero_note, checked_note, dollars_note, dollars_warning, no_price_note, no_sales_note, overwritten_note
from .schedules import cited_schedules


def cites(inputs: Inputs, day: date) -> Iterable[Value]:
    """The published fees of the compared platforms."""
    del day  # each carries its own
    return cited_schedules(offer.platform for offer in inputs.offers)


CALCULATOR = Calculator(
    id="platform-fees",
    title="Platform fees",
    purpose="How much of your price do you keep on each platform?",
    inputs=Inputs,
    figures=figures_in(figures),
    headline=figures.best_net,
    support=("best_name", "worst_net", "choice_worth"),
    rules=(limits_in_order,),
    groups=(Group("What you sell", ("price", "sales", "payouts")), Group("Where you could sell it", ("offers",))),
    tables=(
        RowsTable(
            "offers",
            "Platform by platform",
            "offer_name",
            (figures.sale_fee, figures.sale_net, figures.take, figures.buyer_pays, figures.month_net, figures.same_price),
        ),
    ),
    charts=(bars_chart,),
    doubt=off_by("price", "if you can charge {low} or {high}"),
    cites=cites,
    notes=(no_price_note, below_zero_note, no_sales_note, overwritten_note, dollars_note, checked_note),
    warnings=(dollars_warning,),
)
