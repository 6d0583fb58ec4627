"""Sentences that an equalizer's outcome may call for."""

from __future__ import annotations

from ...engine import parameters
from ...engine.calculator import Outcome
from ...engine.fields import Hours, Money, Rate
from ...shared.periods import HOURS_PER_WEEK
from .published import FIRST_YEAR, GROUP_LABELS, GROUPS, LAST_YEAR, file_of, last_group_year, stands_in

money, percent, hours = Money(dollars=True).write, Rate().write, Hours().write


def raise_note(outcome: Outcome) -> str:
    """Raises outrun prices."""
    if outcome["pay"] == 0 or outcome["pay_growth"] <= outcome["rate_ahead"]:
        return ""
    return (
        f"Your raise of {percent(outcome['pay_growth'])} is above the {percent(outcome['rate_ahead'])} by which prices rise: there is "
        "no gap, and your pay buys a little more each year."
    )


def falling_note(outcome: Outcome) -> str:
    """Prices fall."""
    if outcome["rate_ahead"] >= 0:
        return ""
    return "You let prices fall. The same pay then buys more, while what you owe stays as it is."


def hours_note(outcome: Outcome) -> str:
    """More hours than there are, or than the reader has idle."""
    needed = outcome["hours_to_close"]
    if needed is None:
        return "An hour that leaves you nothing closes no gap, however many there are." if outcome["gap"] > 0 else ""
    if needed > HOURS_PER_WEEK:
        return f"To close the gap you would need {hours(needed)} hours a week. A week has {HOURS_PER_WEEK}."
    if needed > outcome["idle_hours"]:
        return f"To close the gap you would need {hours(needed)} hours a week; you put in {hours(outcome['idle_hours'])}."
    return ""


def back_note(outcome: Outcome) -> str:
    """What pay did since the year looked back to."""
    match = outcome["pay_match"]
    if match is None:
        return ""
    text = f"Pay of {money(outcome['pay_then'])} in {outcome['from_year']} would have to be {money(match)} in {LAST_YEAR} to buy the same."
    if outcome["back_gap"] > 0:
        return f"{text} Today's pay is {money(outcome['back_gap'])} a year short of that."
    return f"{text} Today's pay is {money(outcome['back_surplus'])} a year above that."


def own_note(outcome: Outcome) -> str:
    """The reader's own inflation beside the published one."""
    own, published = outcome["own_year"], outcome["published_year"]
    if own is None:
        return ""
    year = last_group_year(outcome["area"])
    return f"Your own basket rose by {percent(own)} in {year}, the published one by {percent(published)}."


def ahead_note(outcome: Outcome) -> str:
    """Which rise in prices counts ahead, where the reader asked for the basket's."""
    if outcome["ahead"] == "typed":
        return ""
    if outcome["own_year"] is None:
        why = "the basket is empty" if outcome["area"] != "none" else "no place with published prices is chosen"
        return f"You asked for your own basket's rise ahead, but {why}. So the inflation that you typed counts."
    rate = percent(outcome["rate_ahead"])
    return f"Ahead, prices rise by your own basket's {rate} a year, not by what you typed. The past is no forecast."


def missing_note(outcome: Outcome) -> str:
    """Groups for which the overall index stands in."""
    area = outcome["area"]
    if area == "none" or outcome["basket_month"] == 0:
        return ""
    bought = [(group, label) for group, label, spent in zip(GROUPS, GROUP_LABELS, outcome["spent"], strict=True) if spent > 0]
    named = [label for group, label in bought if stands_in(area, group, outcome["from_year"], LAST_YEAR)]
    if not named:
        return ""
    return f"Not every year since {outcome['from_year']} is in here by group; there the overall index stands in for: {', '.join(named)}."


def stale_note(outcome: Outcome) -> str:
    """A newer year should be out."""
    if outcome["area"] == "none":
        return ""
    try:
        parameters.check_valid(file_of(outcome["area"]), outcome.day)
    except parameters.NotPublished:
        return f"The published prices in here run from {FIRST_YEAR} to {LAST_YEAR}; a newer year should be out by now."
    return ""


def nowhere_note(outcome: Outcome) -> str:
    """No published prices are chosen."""
    if outcome["area"] != "none":
        return ""
    return (
        "Published prices are available here for the United States, the United Kingdom, Canada, Australia and the euro area. "
        "For anywhere else, type the yearly rate that the statistics office there publishes as your expected inflation."
    )


NOTES = (raise_note, falling_note, hours_note, back_note, own_note, ahead_note, missing_note, stale_note, nowhere_note)
