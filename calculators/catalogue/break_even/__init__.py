"""Break-even: whether buying something for a gig pays off, after how long, and what stopping early costs."""

from ...engine.calculator import Calculator, Group
from ...engine.figures import figures_in
from . import figures
from .charts import payback_chart
from .inputs import Inputs, purchase_is_sound
from .notes import loan_note, never_note, no_cost_warning, poor_note, stop_note, unsure_payback, use_note

CALCULATOR = Calculator(
    id="break-even",
    title="Break-even",
    purpose="Does buying it pay, and what if you stop?",
    inputs=Inputs,
    figures=figures_in(figures),
    headline=figures.payback,
    support=("earns", "life_net", "safe_after"),
    rules=(purchase_is_sound,),
    groups=(
        Group("What you would buy", ("price", "life", "drop", "resale")),
        Group("What it would earn", ("unit_price", "units", "utilization", "fee", "unit_cost", "fixed")),
        Group(
            "How it is paid for",
            ("loan", "loan_rate", "loan_months"),
            hint="Enter 0 for the loan if you pay for it all yourself.",
            folded=True,
        ),
        Group("If it does not work out", ("stop",), folded=True),
    ),
    charts=(payback_chart,),
    ranged=(figures.earns, figures.life_net, figures.payback),
    doubt=unsure_payback,
    notes=(never_note, use_note, poor_note, stop_note, loan_note),
    warnings=(no_cost_warning,),
)
