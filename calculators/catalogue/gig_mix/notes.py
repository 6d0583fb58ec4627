"""Sentences that a gig mix may call for."""

from __future__ import annotations

from ...engine.calculator import Outcome
from ...engine.fields import Money
from .hours import PARTS

say = Money().write


def nothing_note(outcome: Outcome) -> str:
    """Why there is no mix."""
    if not outcome["gigs"] or outcome["total"] > 0:
        return ""
    if outcome["ceiling"][-1] == 0:
        return "You have no open hours, so there is nothing to share out."
    if all(gig.pay == 0 for gig in outcome["gigs"]):
        return "None of your gigs has a pay yet. Put in what an hour of each leaves you."
    return (
        f"None of your gigs leaves {say(outcome['least_pay'])} an hour where you have hours open, so the free hours are worth more to you."
    )


def next_note(outcome: Outcome) -> str:
    """Where another hour would be worth most."""
    best = outcome["next_hour"]
    if best <= 0.005 or not outcome["gigs"]:
        return "Another hour would add nothing: no gig has work left for it that pays above your floor." if outcome["total"] > 0 else ""
    parts = [name for name, worth in zip(PARTS, outcome["next_by_part"], strict=True) if abs(worth - best) < 0.005]
    where = "at any time of the day" if len(parts) == len(PARTS) else "in the " + " or ".join(parts)
    return f"Another hour would be worth most {where}: {say(best)}."


def promised_note(outcome: Outcome) -> str:
    """Promised hours below the floor."""
    names = [
        name for name, gig in zip(outcome["gig_name"], outcome["gigs"], strict=True) if gig.promised > 0 and gig.pay < outcome["least_pay"]
    ]
    return f"Promised, though below your floor: {', '.join(names)}." if names else ""


def unused_note(outcome: Outcome) -> str:
    """Gigs that get no hour."""
    names = [name for name, hours in zip(outcome["gig_name"], outcome["hours"], strict=True) if hours == 0]
    return (
        f"Gets no hour, because others pay better or it is below your floor: {', '.join(names)}." if names and outcome["total"] > 0 else ""
    )


def calm_note(outcome: Outcome) -> str:
    """What a mix can and cannot do for steadiness."""
    mix, alone = outcome["swing_mix"], outcome["swing_alone"]
    if mix is None or alone is None or sum(hours > 0 for hours in outcome["hours"]) < 2:
        return ""
    if mix < alone:
        return "The mix is steadier than its best gig alone, as long as their bad months do not all come at once."
    return "The mix is no steadier than its best gig alone: another gig in it swings more, or their bad months come together."
