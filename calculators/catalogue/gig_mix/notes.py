"""Notes on a gig mix, each shown only when it applies."""

from ...engine.calculator import Outcome
from ...engine.fields import Money
from . import figures
from .hours import PARTS
from .inputs import Inputs

say = Money().write


def nothing_note(outcome: Outcome[Inputs]) -> str:
    """There is no mix; says why."""
    if not outcome.inputs.gigs or outcome[figures.total] > 0:
        return ""
    if outcome[figures.ceiling][-1] == 0:
        return "You have no open hours, so there is nothing to allocate."
    if all(gig.pay == 0 for gig in outcome.inputs.gigs):
        return "None of your gigs has any pay yet. Enter what an hour of each leaves you."
    return f"None of your gigs leaves {say(outcome.inputs.least_pay)} an hour when you are free, so your free hours are worth more to you."


def next_note(outcome: Outcome[Inputs]) -> str:
    """When another hour would be worth the most."""
    best = outcome[figures.next_hour]
    if best <= 0.005 or not outcome.inputs.gigs:
        if outcome[figures.total] > 0:
            return "Another hour would add nothing, because no gig has work left that pays above your floor."
        return ""
    parts = [name for name, worth in zip(PARTS, outcome[figures.next_by_part], strict=True) if abs(worth - best) < 0.005]
    where = "at any time of the day" if len(parts) == len(PARTS) else "in the " + " or ".join(parts)
    return f"Another hour would be worth the most {where}: {say(best)}."


def promised_note(outcome: Outcome[Inputs]) -> str:
    """Promised hours pay less than the minimum."""
    names = [
        name
        for name, gig in zip(outcome[figures.gig_name], outcome.inputs.gigs, strict=True)
        if gig.promised > 0 and gig.pay < outcome.inputs.least_pay
    ]
    return f"Promised, although below your floor: {', '.join(names)}." if names else ""


def unused_note(outcome: Outcome) -> str:
    """Some gigs get no hours."""
    names = [name for name, hours in zip(outcome[figures.gig_name], outcome[figures.hours], strict=True) if hours == 0]
    if names and outcome[figures.total] > 0:
        return f"No hours go to the following, because others pay better or it is below your floor: {', '.join(names)}."
    return ""


def calm_note(outcome: Outcome) -> str:
    """Whether the mix is steadier than its best gig."""
    mix, alone = outcome[figures.swing_mix], outcome[figures.swing_alone]
    if mix is None or alone is None or sum(hours > 0 for hours in outcome[figures.hours]) < 2:
        return ""
    if mix < alone:
        return "The mix is steadier than its best gig alone, as long as their bad months don't coincide."
    return "The mix is no steadier than its best gig alone, because another gig in it varies more or their bad months coincide."
