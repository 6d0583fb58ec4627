"""The answers at every step of a slider, so that it answers before Python has started.

The pieces of HTML that do not differ from step to step are kept once: `{"shapes": [[piece or null, ...], ...], "answers": [[shape,
piece, ...], ...]}`, where an answer's pieces fill the nulls of its shape.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypedDict

from calculators.engine.calculator import Calculator
from calculators.engine.money import write_trimmed
from calculators.engine.view.outcome import outcome_view, render

Pieces = Sequence[str]


class SliderGrid(TypedDict):
    """The answers in the order of the slider's steps."""

    low: float
    step: float
    shapes: list[list[str | None]]
    answers: list[list[int | str]]


def steps_of(low: float, high: float, step: float) -> list[str]:
    """The values of a slider, as it types them."""
    return [write_trimmed(low + index * step, 6) for index in range(round((high - low) / step) + 1)]


def slider_grid(calculator: Calculator, field: str, low: float, high: float, step: float, day: date) -> SliderGrid:
    """Compute the first block of the outcome at every step.

    Raises:
        ValueError: when the field refuses a value.
    """
    blocks = []
    for typed in steps_of(low, high, step):
        inputs, errors = calculator.read({field: typed})
        if inputs is None:
            raise ValueError(f"{calculator.id}: {errors[0].message}")
        html = render("outcome/first.html.j2", o=outcome_view(calculator.outcome(inputs, day)))
        blocks.append(re.findall(r"<[^>]*>|[^<]+", html))
    alike: dict[tuple[str, ...], list[Pieces]] = {}
    for block in blocks:
        alike.setdefault(_tags(block), []).append(block)
    shapes = {tags: _shape(group) for tags, group in alike.items()}
    places = {tags: place for place, tags in enumerate(shapes)}
    answers: list[list[int | str]] = []
    for block in blocks:
        tags = _tags(block)
        answers.append([places[tags], *(piece for piece, same in zip(block, shapes[tags], strict=True) if same is None)])
    return {"low": low, "step": step, "shapes": list(shapes.values()), "answers": answers}


def _tags(block: Pieces) -> tuple[str, ...]:
    """The elements and texts of a block without what they say: blocks that agree in them have the same shape."""
    return tuple(re.match(r"</?\w*", piece)[0] if piece.startswith("<") else "" for piece in block)  # type: ignore[index]


def _shape(group: Iterable[Pieces]) -> list[str | None]:
    """The pieces that are the same in every block, and None for the others."""
    return [pieces[0] if len(set(pieces)) == 1 else None for pieces in zip(*group, strict=True)]
