"""Notes on break-even, each shown only when it applies."""

from ...engine.analysis.percentiles import Percentiles
from ...engine.calculator import Outcome
from ...engine.fields import Money, Months, Proportion
from . import figures
from .inputs import Inputs

say = Money(dollars=True).write


def no_cost_warning(outcome: Outcome[Inputs]) -> str:
    """Neither a fee nor a running cost is entered."""
    if outcome.inputs.fee or outcome.inputs.unit_cost or outcome.inputs.fixed or not outcome.inputs.unit_price:
        return ""
    return "Neither a fee nor a running cost is counted: no fuel, wear, insurance or platform. Few things earn without any of these."


def never_note(outcome: Outcome) -> str:
    """It never pays for itself; says why."""
    if outcome[figures.payback] is not None:
        return ""
    if outcome[figures.margin] <= 0:
        return "A unit sold leaves you nothing, so selling more doesn't help. Charge more, or find a cheaper way."
    if outcome[figures.earns] <= 0:
        return "A usual month's sales don't even cover the fixed costs, so it never pays for itself."
    return "It doesn't earn back its price during its life. Its value at the end may still make up for that."


def use_note(outcome: Outcome[Inputs]) -> str:
    """How the usual month compares with break-even."""
    needed = outcome[figures.break_even_use]
    if needed is None:
        return ""
    if needed > 1:
        return "Even if every unit found a buyer, it wouldn't break even over its life."
    if needed <= 0:
        return ""
    usual = outcome.inputs.utilization.typical
    side = "above" if usual >= needed else "below"
    return f"Your usual month sells {Proportion().write(usual)} of the units: {side} the {Proportion().write(needed)} that break even."


def poor_note(outcome: Outcome) -> str:
    """It loses money if months are poor."""
    spread = outcome.ranges.get("life_net")
    if isinstance(spread, Percentiles) and spread.p10 < 0 < spread.p90:
        return f"It is not certain: in poor months it loses {say(-spread.p10)} over its life, in good ones it makes {say(spread.p90)}."
    return ""


def unsure_payback(outcome: Outcome[Inputs]) -> str:
    """It pays for itself at the usual share sold, but not at every share in the reader's range."""
    sold = outcome.inputs.utilization
    if sold.low == sold.high or outcome[figures.payback] is None:
        return ""
    return "If you sell as little as you fear, it may never pay for itself, so there is no range."


def stop_note(outcome: Outcome[Inputs]) -> str:
    """The result of stopping when the reader chose to."""
    if outcome.inputs.stop == 0:
        return ""
    left = outcome[figures.stop_net]
    months = Months().write(outcome.inputs.stop)
    if left < 0:
        return f"If you stop after {months} and sell it, you lose {say(-left)}."
    return f"If you stop after {months} and sell it, you are {say(left)} ahead."


def loan_note(outcome: Outcome[Inputs]) -> str:
    """The loan payment exceeds the earnings, or the loan outlasts the purchase."""
    if outcome.inputs.loan == 0:
        return ""
    left = outcome[figures.owed][-1]
    if left > 0:
        return (
            f"The loan outlasts what you bought. At the end you still owe {say(left)}, which is paid off here from the sale and, "
            "if that is not enough, from your own money."
        )
    if outcome[figures.payment] > outcome[figures.earns]:
        short = Money().write(outcome[figures.payment] - outcome[figures.earns])
        return f"While the loan lasts, its payment is {short} a month more than it earns, and you have to cover the difference."
    return ""
