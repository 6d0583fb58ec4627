"""The equalizer: the extra income that makes pay keep up with prices.

Gap after n years = Y × [(1 + π)ⁿ − (1 + g)ⁿ], with pay Y, inflation π and raises g. The look back uses published price
indexes in place of π, and compares the reader's own basket, Σ share × group index, with the published one.
"""

from collections.abc import Iterator
from datetime import date

from ...engine.analysis.doubt import off_by
from ...engine.calculator import Calculator, Group, Lever, RowsTable
from ...engine.figures import Series, figures_in
from ...engine.parameters import NotPublished, Value, as_of
from . import back, basket, figures
from .charts import CHARTS
from .inputs import Inputs
from .notes import NOTES
from .published import GROUP_LABELS, GROUPS, file_of, series


def cites(inputs: Inputs, day: date) -> Iterator[Value]:
    """The area's overall index, and the index of each group that the reader buys."""
    if inputs.area == "none":
        return
    bought = [group for group in GROUPS if group in series(inputs.area) and getattr(inputs, f"spend_{group}") > 0]
    try:
        for name in ("overall", *bought):
            yield as_of(f"{file_of(inputs.area)}.{name}", day)
    except NotPublished:
        return  # a note says that a newer year should be published


CALCULATOR = Calculator(
    id="equalizer",
    title="The equalizer",
    purpose="How much more do you need for your pay to keep up with prices?",
    inputs=Inputs,
    figures=figures_in(figures, back, basket),
    headline=figures.gap,
    support=("pay_needed", "lost_power", "hours_to_close"),
    series=(Series("groups", "group", "Group", GROUPS, GROUP_LABELS),),
    groups=(
        Group("Your pay and prices", ("pay", "pay_growth", "inflation", "years")),
        Group("Your lever", ("idle_hours", "hourly_net", "hour_tax"), hint="Hours that earn nothing now, and what each could leave you."),
        Group(
            "Look back",
            ("area", "from_year", "pay_then"),
            hint="How published prices have changed since then, and how your pay would have had to change.",
            folded=True,
        ),
        Group(
            "Your own basket",
            (*(f"spend_{group}" for group in GROUPS), "ahead"),
            hint="What you spend in a usual month, roughly by group. Leave it empty to skip this part.",
            folded=True,
        ),
    ),
    parts=(
        "pay_needed",
        "pay_expected",
        "gap_month",
        "buying_power",
        "lost_power",
        "leverage_month",
        "leverage_year",
        "months_to_close",
        "hours_to_close",
    ),
    tables=(
        RowsTable(
            "groups",
            "What you buy",
            "group",
            (basket.spent, basket.group_year, basket.group_rise),
            hint="How the prices of each group rose: in the last published year, and since the year you look back to.",
        ),
    ),
    charts=CHARTS,
    lever=Lever("pay_expected", "leverage_year", "Pay you expect:", "your idle hours add:"),
    doubt=off_by("inflation", "if prices rise by {low} or {high} a year", points=0.01),
    cites=cites,
    notes=NOTES,
)
