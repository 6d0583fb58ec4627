"""Notes on the equalizer, each shown only when it applies."""

from __future__ import annotations

from ...engine import parameters
from ...engine.calculator import Outcome
from ...engine.fields import Hours, Money, Rate
from ...shared.periods import HOURS_PER_WEEK
from .published import FIRST_YEAR, GROUP_LABELS, GROUPS, LAST_YEAR, file_of, last_group_year, stands_in

money, percent, hours = Money(dollars=True).write, Rate().write, Hours().write


def raise_note(outcome: Outcome) -> str:
    """Raises exceed inflation."""
    if outcome["pay"] == 0 or outcome["pay_growth"] <= outcome["rate_ahead"]:
        return ""
    return (
        f"Your raise of {percent(outcome['pay_growth'])} is above the {percent(outcome['rate_ahead'])} by which prices rise, so there is "
        "no gap, and your pay buys a little more each year."
    )


def falling_note(outcome: Outcome) -> str:
    """Prices fall."""
    if outcome["rate_ahead"] >= 0:
        return ""
    return "You expect prices to fall. The same pay then buys more, while your debts stay the same."


def hours_note(outcome: Outcome) -> str:
    """The gap takes more hours than a week has, or than the reader has idle."""
    needed = outcome["hours_to_close"]
    if needed is None:
        return "If an hour leaves you nothing, no number of hours closes the gap." if outcome["gap"] > 0 else ""
    if needed > HOURS_PER_WEEK:
        return f"To close the gap you would need {hours(needed)} hours a week, but a week has only {HOURS_PER_WEEK}."
    if needed > outcome["idle_hours"]:
        return f"To close the gap you would need {hours(needed)} hours a week. You entered {hours(outcome['idle_hours'])}."
    return ""


def back_note(outcome: Outcome) -> str:
    """How pay has changed since the year looked back to."""
    match = outcome["pay_match"]
    if match is None:
        return ""
    text = f"Pay of {money(outcome['pay_then'])} in {outcome['from_year']} would have to be {money(match)} in {LAST_YEAR} to buy the same."
    if outcome["back_gap"] > 0:
        return f"{text} Today's pay is {money(outcome['back_gap'])} a year short of that."
    return f"{text} Today's pay is {money(outcome['back_surplus'])} a year above that."


def own_note(outcome: Outcome) -> str:
    """The reader's own inflation, compared with the published one."""
    own, published = outcome["own_year"], outcome["published_year"]
    if own is None:
        return ""
    year = last_group_year(outcome["area"])
    return f"In {year} your own basket rose by {percent(own)}, and the published one by {percent(published)}."


def ahead_note(outcome: Outcome) -> str:
    """Which rate is used ahead, when the reader chose the basket's."""
    if outcome["ahead"] == "typed":
        return ""
    if outcome["own_year"] is None:
        why = "the basket is empty" if outcome["area"] != "none" else "no place with published prices is chosen"
        return f"You chose your own basket's rate for the years ahead, but {why}. So the inflation that you entered is used."
    rate = percent(outcome["rate_ahead"])
    return f"For the years ahead, your own basket's {rate} a year replaces the rate that you entered. The past is not a forecast."


def missing_note(outcome: Outcome) -> str:
    """Groups for which the overall index is used instead."""
    area = outcome["area"]
    if area == "none" or outcome["basket_month"] == 0:
        return ""
    bought = [(group, label) for group, label, spent in zip(GROUPS, GROUP_LABELS, outcome["spent"], strict=True) if spent > 0]
    named = [label for group, label in bought if stands_in(area, group, outcome["from_year"], LAST_YEAR)]
    if not named:
        return ""
    years = f"Prices by group are not published for every year since {outcome['from_year']}."
    return f"{years} In those years the overall index is used for: {', '.join(named)}."


def stale_note(outcome: Outcome) -> str:
    """A newer year should be published by now."""
    if outcome["area"] == "none":
        return ""
    try:
        parameters.check_valid(file_of(outcome["area"]), outcome.day)
    except parameters.NotPublished:
        return f"The published prices used here run from {FIRST_YEAR} to {LAST_YEAR}. A newer year should be available by now."
    return ""


def nowhere_note(outcome: Outcome) -> str:
    """No place with published prices is chosen."""
    if outcome["area"] != "none":
        return ""
    return (
        "This site has prices for the United States, the United Kingdom, Canada, Australia and the euro area. For any other place, "
        "enter the yearly rate that its statistics office publishes as your expected inflation."
    )


NOTES = (raise_note, falling_note, hours_note, back_note, own_note, ahead_note, missing_note, stale_note, nowhere_note)
