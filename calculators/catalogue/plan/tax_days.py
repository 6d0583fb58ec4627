"""The days on which tax on the gig is due, from the first day of the plan on."""

from dataclasses import dataclass
from typing import Annotated

from ...engine.dates import write_day
from ...engine.fields import Money, Text
from ...engine.figures import figure
from .inputs import TaxDay, day_of


@dataclass(frozen=True)
class TaxDue:
    """A row of the table."""

    due: Annotated[str, Text("Due")]
    what: Annotated[str, Text("For")]
    amount: Annotated[float, Money("Set aside", dollars=True)]


@figure("When tax is due", table=TaxDue)
def tax_ahead(start_day: str, tax_days: tuple[TaxDay, ...]) -> tuple[TaxDue, ...]:
    """What to have set aside by when, from the plan's first day on. Take-home pay has the days that are past, too."""
    ahead = sorted(((day_of(due.day), due) for due in tax_days if due.day >= (start_day or "1")), key=lambda each: each[1].day)
    return tuple(TaxDue(write_day(day), due.what, due.amount) for day, due in ahead if day is not None)
