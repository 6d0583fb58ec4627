"""Counterfactuals: the same figures with some inputs changed, such as the year without the gig or with $100 more in receipts.

The figures are compiled a second time into one function. Its arguments are everything that the figures need from outside, and the
counterfactual figure passes them on with some of them changed. So both sides of a comparison always use the same formulas.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from ...engine.fields import Field, Slot
from ...engine.figures import Figure, Graph

Change = Callable[[float], float]

NEXT = 100.0
"""The step for measuring a marginal rate, large enough that rounding does not distort it."""

MORE: Mapping[str, Change] = {"gross_receipts": lambda receipts: receipts + NEXT}
"""The gig's receipts are larger by one step."""


def without(*inputs: str) -> Mapping[str, Change]:
    """Set these inputs to 0."""
    return dict.fromkeys(inputs, lambda _: 0.0)


def counterfactual(
    name: str,
    label: str,
    why: str,
    unit: Field,
    figures: Sequence[Figure],
    wanted: Figure,
    changed: Mapping[str, Change],
    *,
    step: bool = False,
    tone: str = "plain",
) -> Figure[..., float, float]:
    """Declare a figure that is `wanted` recomputed with some inputs changed.

    `figures` are all figures from the changed inputs to `wanted`. `changed` has, for each changed name, a function from its value to the
    new one. `why` is the explanation, in place of a docstring.
    """
    own = {member.name for member in figures}
    outside = dict.fromkeys(need for member in figures for need in member.needs if need not in own)
    graph = Graph(name, tuple(Slot(need, Field(), None) for need in outside), tuple(figures), also_used=frozenset(own))
    evaluator = graph.evaluator((wanted.name,))
    changes = [changed.get(need) for need in evaluator.arguments]

    def recompute(*values: object) -> float:
        terms = [value if change is None else change(cast("float", value)) for value, change in zip(values, changes, strict=True)]
        return cast("float", evaluator.function(*terms)[0])

    recompute.__annotations__["return"] = wanted.function.__annotations__["return"]
    return Figure(recompute, label, unit, step=step, tone=tone, name=name, why=why, needs=evaluator.arguments)
