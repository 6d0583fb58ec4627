"""Net hourly pay: what an hour leaves when all hours, all miles, all costs and tax are counted.

(Gross + tips − fees − marginal vehicle cost × all miles − other costs − extra tax) ÷ all hours.
"""

from collections.abc import Iterator
from datetime import date

from ...engine.calculator import Calculator, Group
from ...engine.figures import figures_in
from ...engine.parameters import NotPublished, Value, as_of
from . import figures
from .charts import hour_chart
from .inputs import Inputs
from .notes import loss_note, mileage_note, no_cost_warning, no_hours_note, no_paid_hours_note, no_profit_note, too_many_hours_note


def cites(inputs: Inputs, day: date) -> Iterator[Value]:
    """The share of the tax rate per mile that counts as depreciation, cited where that rate is deducted."""
    if inputs.deduct != "mileage":
        return
    try:
        yield as_of("vehicles.us_mileage_rate_depreciation", day)
    except NotPublished:
        return  # nothing is computed from it


CALCULATOR = Calculator(
    id="net-hourly",
    title="Net hourly pay",
    purpose="What does an hour of this gig really pay?",
    inputs=Inputs,
    figures=figures_in(figures),
    headline=figures.kept_hour,
    support=("seems", "net_hour", "unpaid_share"),
    groups=(
        Group("What comes in", ("gross", "tips", "fee")),
        Group("All of your hours", ("paid_hours", "waiting_hours", "travel_hours", "admin_hours")),
        Group("All of your miles", ("paid_miles", "empty_miles"), hint="Without a car, enter 0 miles and no insurance."),
        Group("Tax", ("tax_rate",)),
        Group(
            "Your car and other costs",
            ("other_costs", "energy_price", "distance", "wear", "lost_value", "insurance"),
            hint="What a mile really costs. Usual numbers are filled in.",
            folded=True,
        ),
        Group(
            "What you may deduct",
            ("deduct", "mileage_rate", "commute_miles"),
            hint="The deduction that the tax office allows is separate from what the car costs.",
            folded=True,
        ),
    ),
    charts=(hour_chart,),
    ranged=(figures.net_week, figures.kept_week),
    cites=cites,
    notes=(no_hours_note, no_paid_hours_note, loss_note, too_many_hours_note, no_profit_note, mileage_note),
    warnings=(no_cost_warning,),
)
