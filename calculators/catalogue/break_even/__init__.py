"""Break-even: whether buying something for a gig pays off, after how long, and what stopping early costs."""

from __future__ import annotations

from ...engine.calculator import Calculator, Group
from .charts import payback_chart
from .figures import (
    break_even_use,
    course,
    deepest,
    earns,
    interest,
    interest_month,
    life_month,
    life_net,
    margin,
    owed,
    own,
    payback,
    payment,
    safe_after,
    sold,
    stop_net,
    worth,
)
from .inputs import Inputs, purchase_is_sound
from .notes import loan_note, never_note, no_cost_warning, poor_note, stop_note, use_note

CALCULATOR = Calculator(
    id="break-even",
    title="Break-even",
    purpose="Does buying it pay, and what if you stop?",
    inputs=Inputs,
    figures=(
        margin,
        sold,
        earns,
        interest_month,
        payment,
        owed,
        interest,
        own,
        payback,
        break_even_use,
        life_net,
        life_month,
        worth,
        course,
        stop_net,
        deepest,
        safe_after,
    ),
    headline=payback,
    rules=(purchase_is_sound,),
    groups=(
        Group("What you would buy", ("price", "life", "drop", "resale")),
        Group("How it is paid for", ("loan", "loan_rate", "loan_months"), hint="Enter 0 for the loan if you pay for it all yourself."),
        Group("What it would earn", ("unit_price", "units", "utilization", "fee", "unit_cost", "fixed")),
        Group("If it does not work out", ("stop",)),
    ),
    charts=(payback_chart,),
    ranged=(earns, life_net),
    affine=True,
    notes=(never_note, use_note, poor_note, stop_note, loan_note),
    warnings=(no_cost_warning,),
)
