"""Sentences that a break-even may call for."""

from __future__ import annotations

from ...engine.analysis.percentiles import Percentiles
from ...engine.calculator import Outcome
from ...engine.fields import Money, Months, Proportion

say = Money(dollars=True).write


def no_cost_warning(outcome: Outcome) -> str:
    """Neither a fee nor a running cost."""
    if outcome["fee"] or outcome["unit_cost"] or outcome["fixed"] or not outcome["unit_price"]:
        return ""
    return "Neither a fee nor a running cost is counted: no fuel, wear, cleaning, insurance or platform. Few things earn without any."


def never_note(outcome: Outcome) -> str:
    """It never pays itself back, and why."""
    if outcome["payback"] is not None:
        return ""
    if outcome["margin"] <= 0:
        return "A unit sold leaves you nothing, so selling more of them does not help. Ask more, or find a cheaper way."
    if outcome["earns"] <= 0:
        return "What is sold in a usual month does not even cover what it costs sold or not, so it is never paid back."
    return "It does not bring its price back within its life. What it is worth at the end may yet make up for that."


def use_note(outcome: Outcome) -> str:
    """How far the usual month is from breaking even."""
    needed = outcome["break_even_use"]
    if needed is None:
        return ""
    if needed > 1:
        return "Even if every unit found a buyer, it would not come out even over its life."
    if needed <= 0:
        return ""
    usual = outcome["utilization"].typical
    side = "above" if usual >= needed else "below"
    return f"Your usual month sells {Proportion().write(usual)} of the units: {side} the {Proportion().write(needed)} that break even."


def poor_note(outcome: Outcome) -> str:
    """A poor run of months over its life."""
    spread = outcome.ranges.get("life_net")
    if isinstance(spread, Percentiles) and spread.p10 < 0 < spread.p90:
        return f"It is not safe: in poor months it loses {say(-spread.p10)} over its life, in good ones it leaves {say(spread.p90)}."
    return ""


def stop_note(outcome: Outcome) -> str:
    """What the chosen stop means."""
    if outcome["stop"] == 0:
        return ""
    left = outcome["stop_net"]
    months = Months().write(outcome["stop"])
    if left < 0:
        return f"If you stop after {months} and sell it, you have lost {say(-left)}."
    return f"If you stop after {months} and sell it, you are {say(left)} ahead."


def loan_note(outcome: Outcome) -> str:
    """A loan payment above the earnings, or a loan that outlasts the thing."""
    if outcome["loan"] == 0:
        return ""
    left = outcome["owed"][-1]
    if left > 0:
        return (
            f"The loan lasts longer than the thing. At the end you still owe {say(left)}, which is paid off here out of what the thing "
            "sells for and, where that is not enough, out of your own money."
        )
    if outcome["payment"] > outcome["earns"]:
        short = Money().write(outcome["payment"] - outcome["earns"])
        return f"While the loan lasts, its payment is {short} a month more than it earns: that comes out of your pocket."
    return ""
