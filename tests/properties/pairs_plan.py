"""Pairs of amounts that describe the same thing: the plan. test_pairs.py compares them for drawn inputs."""

from collections.abc import Iterator

from calculators.catalogue import accelerator
from calculators.engine.calculator import Outcome
from calculators.engine.fields import Estimate


def pairs(outcome: Outcome) -> Iterator[tuple[str, float, float]]:
    kept = outcome.value("kept_month")
    yield "kept and set aside, what the uses leave", kept + outcome.value("set_aside"), outcome.value("net_month")
    yield "goal and buffer, what is kept", outcome.value("to_goal_month") + outcome.value("to_buffer_month"), max(0.0, kept)
    yield (
        "exactly: worked out and missing, all parts",
        outcome.value("worked_out") + len(outcome.value("missing")),
        len(outcome.value("chain")),
    )
    yield "exactly: hours, its uses", outcome.value("hours_taken"), sum(use.hours for use in outcome.value("uses"))
    if outcome.value("buffer_months") is not None and not outcome.value("buffer_is_goal"):
        yield (
            "buffer's months, what is missing",
            outcome.value("buffer_months") * outcome.value("to_buffer_month"),
            outcome.value("buffer_missing"),
        )
    if outcome.value("gap_covered") is not None:
        yield "the gap covered, what is kept", outcome.value("gap_covered") * outcome.value("gap_month"), max(0.0, kept)
    if "goal" in outcome.value("known"):
        yield from _beside_the_accelerator(outcome)


def _beside_the_accelerator(outcome: Outcome) -> Iterator[tuple[str, float, float]]:
    """With what goes to the goal as its leverage, the accelerator answers as the plan does."""
    extra = outcome.value("to_goal_month")
    same = accelerator.CALCULATOR.inputs(
        aim=outcome.value("aim"),
        goal=outcome.value("goal"),
        start=outcome.value("start"),
        own=outcome.value("own"),
        extra=outcome.value("own"),
        growth=outcome.value("growth"),
        prices="fixed",
        method=outcome.value("method"),
        debts=outcome.value("debts"),
        leverage=Estimate(extra, extra, extra),
    )
    other = accelerator.CALCULATOR.outcome(same, outcome.day, ranges=False)
    for name in ("months_without", "months_with"):
        yield f"exactly: {name}, the accelerator's", outcome.value(name) or 0.0, other.value(name) or 0.0
        yield f"exactly: {name}, known or not", float(outcome.value(name) is None), float(other.value(name) is None)
    first, last = outcome.value("paths")[0], outcome.value("paths")[-1]
    yield "both paths begin alike", first.levered, first.without
    debts, months = outcome.value("aim") == "debts", outcome.value("months_with")
    if months is not None and last.month >= months and (debts or outcome.value("start") < outcome.value("goal")):
        yield "last point, the goal", last.levered, 0.0 if debts else outcome.value("goal")
