"""The rate to charge: from what you want to keep to an hourly, daily and per-job price.

Price × paid hours × (1 − fee) − costs is the profit; of it, (1 − tax) is kept. Solved for the price.
"""

from __future__ import annotations

from ..engine.calculator import Calculator, Group
from .charts import rate_chart
from .figures import (
    billed_hours,
    daily,
    fees_year,
    gross,
    hourly,
    hours_year,
    job,
    kept_all,
    kept_billed,
    kept_now,
    profit,
    short,
    tax_year,
)
from .inputs import Inputs
from .notes import bold_note, no_hours_note, now_note, tax_note

CALCULATOR = Calculator(
    id="rate-to-charge",
    title="The rate to charge",
    purpose="What must you charge to keep what you want?",
    inputs=Inputs,
    figures=(hours_year, billed_hours, profit, tax_year, gross, fees_year, hourly, daily, job, kept_billed, kept_all, kept_now, short),
    headline=hourly,
    groups=(
        Group("What you want", ("keep",)),
        Group("Your time", ("hours_week", "billable", "weeks_off")),
        Group("What is taken off", ("costs", "fee", "tax_rate")),
        Group("How you sell it", ("day_hours", "job_hours", "now")),
    ),
    charts=(rate_chart,),
    notes=(no_hours_note, now_note, bold_note, tax_note),
)
