"""The asset inventory: what you have, how much of it is idle, what it could be used for, and what the obstacles are."""

from ...engine.calculator import Calculator, Group, Outcome, RowsTable
from .charts import idle_chart
from .figures import counted_in, idle, idle_assets, idle_share, in_the_way, ready_cost_total
from .ideas import MOST_SHOWN, cites, ideas, pairs, ways
from .inputs import Inputs, names_are_unique, used_fits_capacity


def shortened_note(outcome: Outcome) -> str:
    """The table does not show all ideas."""
    return f"The table shows the first {MOST_SHOWN} of {outcome[ways]} uses." if outcome[ways] > MOST_SHOWN else ""


def strengths_note(outcome: Outcome[Inputs]) -> str:
    """No strengths are checked."""
    return (
        ""
        if outcome.inputs.strengths
        else "You checked no strengths. Check one, and among uses that fit equally well, those that reward it come first."
    )


CALCULATOR = Calculator(
    id="inventory",
    title="Asset inventory",
    purpose="What do you have that sits idle, and what could it earn?",
    inputs=Inputs,
    figures=(idle, counted_in, idle_share, in_the_way, idle_assets, pairs, ways, ready_cost_total, ideas),
    headline=idle_assets,
    support=("ways", "ready_cost_total"),
    rules=(names_are_unique, used_fits_capacity),
    groups=(Group("What you have", ("assets",)), Group("Your strengths", ("strengths",))),
    tables=(ideas, RowsTable("assets", "Idle capacity", "name", (idle, counted_in, idle_share, in_the_way))),
    charts=(idle_chart,),
    cites=cites,
    notes=(strengths_note, shortened_note),
)
