"""The same figures once more, on changed terms: the year without the gig, and the next hundred that it takes in.

Nothing is written twice for that: the figures are compiled a second time, into one function whose arguments are whatever they need
from outside, and a figure hands those on with some of them changed. So the two years that are compared cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ...engine.fields import Field, Slot
from ...engine.figures import Figure, Graph

Change = Callable[[Any], Any]

NEXT = 100.0
"""The step by which the rate on what comes next is measured: large enough that a rounded amount does not distort it."""

MORE: Mapping[str, Change] = {"gross_receipts": lambda receipts: receipts + NEXT}
"""The gig takes in a little more."""


def without(*inputs: str) -> Mapping[str, Change]:
    """These inputs count as nothing."""
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
) -> Figure:
    """A figure that is `wanted`, on changed terms.

    Args:
        name: of the new figure.
        label: for the reader.
        why: its explanation, as a docstring would say it.
        unit: of its value.
        figures: the figures that lie between what is changed and what is wanted.
        wanted: the one whose value is taken.
        changed: for each changed name, what becomes of its value.
        step: as for any figure.
        tone: as for any figure.
    """
    own = {member.name for member in figures}
    outside = dict.fromkeys(need for member in figures for need in member.needs if need not in own)
    graph = Graph(name, tuple(Slot(need, Field(), None) for need in outside), tuple(figures), also_used=frozenset(own))
    evaluator = graph.evaluator((wanted.name,))
    changes = [changed.get(need) for need in evaluator.arguments]

    def recompute(*values: Any) -> Any:
        terms = [value if change is None else change(value) for value, change in zip(values, changes, strict=True)]
        return evaluator.function(*terms)[0]

    return Figure(recompute, label, unit, step=step, tone=tone, name=name, why=why, needs=evaluator.arguments)
