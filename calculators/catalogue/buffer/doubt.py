"""What other shares of the simulated years need."""

from ...engine.analysis.percentiles import quantile
from ...engine.calculator import Outcome
from ...engine.fields import Money
from . import figures
from .inputs import Inputs

write = Money(dollars=True).write


def other_years(outcome: Outcome[Inputs]) -> str:
    """What the middle year and the worst in a hundred need."""
    needs = outcome[figures.needs]
    middle, worst = quantile(needs, 0.5), quantile(needs, 0.99)
    if worst <= 0:
        return ""
    return f"Half of the simulated years need no more than {write(middle)}, and one in a hundred more than {write(worst)}."
