"""The LEVERAGE plan: the results of all calculators in one chain, and the first ninety days.

Idle hours and assets → uses → what they leave → tax set aside → goal with and without → the gap to prices → the buffer → dated steps.
Every number comes from its calculator or is entered here. Missing ones are listed with the page that computes them.
"""

from ...engine.analysis.doubt import off_by
from ...engine.calculator import Calculator, Group
from ...engine.figures import figures_in
from ..accelerator import debts
from . import chain, days, figures, tax_days
from .charts import paths_chart
from .inputs import Inputs
from .notes import buffer_note, date_note, gap_note, goal_note, hours_note, loss_note, tax_note

CALCULATOR = Calculator(
    id="plan",
    title="My LEVERAGE plan",
    purpose="What do your numbers add up to, and what comes first?",
    inputs=Inputs,
    figures=figures_in(debts, figures, chain, days, tax_days),
    headline=figures.kept_month,
    support=("set_aside", "months_with", "stop_below"),
    groups=(
        Group("Your start", ("start_day", "to_goal", "stop_share")),
        Group("Your own steps", ("steps",), folded=True),
        Group(
            "What you have",
            ("own_hours", "idle_assets", "ways", "ready_cost"),
            hint="From your time audit and your inventory.",
            folded=True,
        ),
        Group(
            "What it leaves",
            ("net_month", "tax_rate", "tax_zero", "tax_days"),
            hint="From leverage income, or the gig mix, and take-home pay.",
            folded=True,
        ),
        Group("Your goal", ("aim", "goal", "start", "own", "growth"), hint="From the accelerator.", folded=True),
        Group(
            "Prices and swings",
            ("gap_month", "gap_zero", "buffer_missing", "buffer_zero"),
            hint="From the equalizer and the buffer.",
            folded=True,
        ),
        Group("Your uses and assets", ("uses", "assets"), folded=True),
        Group("Your debts", ("method", "debts"), hint="Used when your goal is to pay off debts.", folded=True),
    ),
    tables=(days.days, chain.chain, tax_days.tax_ahead),
    charts=(paths_chart,),
    doubt=off_by("net_month", "if your uses leave {low} or {high} a month"),
    notes=(loss_note, date_note, goal_note, tax_note, hours_note, gap_note, buffer_note),
)
