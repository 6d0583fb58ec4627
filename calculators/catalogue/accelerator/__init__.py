"""The accelerator: how much sooner leverage reaches a goal, by saving, investing or paying off debts.

n = ln[(G·i + c) / (P·i + c)] / ln(1 + i), and (G − P) / c without growth; debts are simulated month by month.
"""

from ...engine.calculator import Calculator, Group
from ...engine.figures import figures_in
from . import debts, figures
from .charts import paths_chart
from .inputs import Inputs, debts_are_there
from .notes import dates_note, interest_note, loss_note, methods_note, never_note, paid_note, prices_note, there_note

CALCULATOR = Calculator(
    id="accelerator",
    title="The accelerator",
    purpose="How much sooner do you reach your goal with leverage?",
    inputs=Inputs,
    figures=figures_in(debts, figures),
    headline=figures.months_saved,
    support=("leverage_kept", "months_without", "months_with"),
    case="aim",
    rules=(debts_are_there,),
    groups=(
        Group("Your goal and your lever", ("aim", "leverage", "tax_rate")),
        Group("To save or invest", ("goal", "start", "own", "growth", "prices", "inflation")),
        Group("To pay off debts", ("method", "extra", "debts")),
    ),
    tables=(figures.courses,),
    charts=(paths_chart,),
    ranged=(figures.levered, figures.months_saved),
    notes=(there_note, never_note, interest_note, paid_note, dates_note, loss_note, prices_note, methods_note),
)
