"""Notes on the equalizer, each shown only when it applies."""

from ...engine import parameters
from ...engine.calculator import Outcome
from ...engine.fields import Hours, Money, Rate
from ...shared.periods import HOURS_PER_WEEK
from . import back, basket, figures
from .inputs import Inputs
from .published import FIRST_YEAR, GROUP_LABELS, GROUPS, LAST_YEAR, file_of, last_group_year, stands_in

money, percent, hours = Money(dollars=True).write, Rate().write, Hours().write


def raise_note(outcome: Outcome[Inputs]) -> str:
    """Raises exceed inflation."""
    if outcome.inputs.pay == 0 or outcome.inputs.pay_growth <= outcome[figures.rate_ahead]:
        return ""
    return (
        f"Your raise of {percent(outcome.inputs.pay_growth)} is above the {percent(outcome[figures.rate_ahead])} by which prices rise, so "
        "there is no gap, and your pay buys a little more each year."
    )


def falling_note(outcome: Outcome) -> str:
    """Prices fall."""
    if outcome[figures.rate_ahead] >= 0:
        return ""
    return "You expect prices to fall. The same pay then buys more, while your debts stay the same."


def hours_note(outcome: Outcome[Inputs]) -> str:
    """The gap takes more hours than a week has, or than the reader has idle."""
    needed = outcome[figures.hours_to_close]
    if needed is None:
        return "If an hour leaves you nothing, no number of hours closes the gap." if outcome[figures.gap] > 0 else ""
    if needed > HOURS_PER_WEEK:
        return f"To close the gap you would need {hours(needed)} hours a week, but a week has only {HOURS_PER_WEEK}."
    if needed > outcome.inputs.idle_hours:
        return f"To close the gap you would need {hours(needed)} hours a week. You entered {hours(outcome.inputs.idle_hours)}."
    return ""


def back_note(outcome: Outcome[Inputs]) -> str:
    """How pay has changed since the year looked back to."""
    match, gap, surplus = outcome[back.pay_match], outcome[back.back_gap], outcome[back.back_surplus]
    if match is None or gap is None or surplus is None:
        return ""
    then = f"Pay of {money(outcome.inputs.pay_then)} in {outcome.inputs.from_year}"
    text = f"{then} would have to be {money(match)} in {LAST_YEAR} to buy the same."
    if gap > 0:
        return f"{text} Today's pay is {money(gap)} a year short of that."
    return f"{text} Today's pay is {money(surplus)} a year above that."


def own_note(outcome: Outcome[Inputs]) -> str:
    """The reader's own inflation, compared with the published one."""
    own, published = outcome[basket.own_year], outcome[basket.published_year]
    if own is None or published is None:
        return ""
    year = last_group_year(outcome.inputs.area)
    return f"In {year} your own basket rose by {percent(own)}, and the published one by {percent(published)}."


def ahead_note(outcome: Outcome[Inputs]) -> str:
    """Which rate is used ahead, when the reader chose the basket's."""
    if outcome.inputs.ahead == "typed":
        return ""
    if outcome[basket.own_year] is None:
        why = "the basket is empty" if outcome.inputs.area != "none" else "no place with published prices is chosen"
        return f"You chose your own basket's rate for the years ahead, but {why}. So the inflation that you entered is used."
    rate = percent(outcome[figures.rate_ahead])
    return f"For the years ahead, your own basket's {rate} a year replaces the rate that you entered. The past is not a forecast."


def missing_note(outcome: Outcome[Inputs]) -> str:
    """Groups for which the overall index is used instead."""
    area = outcome.inputs.area
    if area == "none" or outcome[basket.basket_month] == 0:
        return ""
    bought = [(group, label) for group, label, spent in zip(GROUPS, GROUP_LABELS, outcome[basket.spent], strict=True) if spent > 0]
    named = [label for group, label in bought if stands_in(area, group, outcome.inputs.from_year, LAST_YEAR)]
    if not named:
        return ""
    years = f"Prices by group are not published for every year since {outcome.inputs.from_year}."
    return f"{years} In those years the overall index is used for: {', '.join(named)}."


def stale_note(outcome: Outcome[Inputs]) -> str:
    """A newer year should be published by now."""
    if outcome.inputs.area == "none":
        return ""
    try:
        parameters.check_valid(file_of(outcome.inputs.area), outcome.day)
    except parameters.NotPublished:
        return f"The published prices used here run from {FIRST_YEAR} to {LAST_YEAR}. A newer year should be available by now."
    return ""


def nowhere_note(outcome: Outcome[Inputs]) -> str:
    """No place with published prices is chosen."""
    if outcome.inputs.area != "none":
        return ""
    return (
        "This site has prices for the United States, the United Kingdom, Canada, Australia and the euro area. For any other place, "
        "enter the yearly rate that its statistics office publishes as your expected inflation."
    )


NOTES = (raise_note, falling_note, hours_note, back_note, own_note, ahead_note, missing_note, stale_note, nowhere_note)
