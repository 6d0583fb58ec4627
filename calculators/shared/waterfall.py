"""The waterfall chart: an amount, what is subtracted from it step by step, and what is left."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ..engine.calculator import Chart, Outcome
from ..engine.currency import in_currency
from ..engine.fields import Field, Money
from ..engine.view.charts import INK, LOSS, MAIN, MUTED, DataTable, Size, Spec, drawing, money_axis
from ..engine.view.marks import CENTS, colors, layer, named_bars, tooltip

InputsT = TypeVar("InputsT")

TICKS = {"wide": 5, "narrow": 3}
NAMES_SHARE = 0.4
"""The share of the width that the names of the bars may take."""
TEXT_GAP = 5
CHARACTER = 0.56
"""The width of a bold digit, relative to the font size, rounded up."""


@dataclass(frozen=True)
class Step:
    """A bar. A `total` starts at zero; any other starts where the previous one ended, and is subtracted."""

    label: str
    amount: float
    total: bool = False

    @property
    def change(self) -> float:
        """The amount as a table shows it: what is subtracted is negative."""
        return self.amount if self.total else -self.amount


def waterfall_chart(
    name: str, title: str, steps: Callable[[Outcome[InputsT]], Sequence[Step]], axis: str, column: str, unit: Callable[[Outcome], Money]
) -> Chart[InputsT]:
    """Declare a waterfall of the `steps` of an outcome, with its table.

    `axis` is what the amounts are counted per, "a year", and `column` the head of their column in the table. `unit` gives the currency
    and the rounding of an outcome's amounts.
    """

    def draw(outcome: Outcome[InputsT], size: Size) -> Spec:
        with in_currency(unit(outcome).written_in):
            return waterfall(size, steps(outcome), axis)

    def table(outcome: Outcome[InputsT]) -> DataTable:
        rows = [(step.label, step.change) for step in steps(outcome)]
        return DataTable({"Step": Field(), column: unit(outcome)}, rows)

    return Chart(name, title, draw, table)


def _text_width(text: str, size: Size) -> float:
    """Return the pixels that an amount needs beside its bar."""
    return len(text) * size.font * CHARACTER + 2 * TEXT_GAP


def waterfall(size: Size, steps: Sequence[Step], title: str) -> Spec:
    """Draw horizontal bars from top to bottom, so that their names are readable. Losses of zero are left out."""
    values: list[Spec] = []
    level = 0.0
    for step in steps:
        if not step.total and step.amount == 0:
            continue
        start, end = (0.0, step.amount) if step.total else (level, level - step.amount)
        level = end
        bar = {"label": step.label, "from": start, "to": end, "kind": "total" if step.total and end >= 0 else "loss"}
        values.append({**bar, "edge": max(start, end), "text": Money().write(step.change), "amount": step.change})
    y = named_bars("label", size, NAMES_SHARE, grid=False)
    top = max([0.0, *(value["edge"] for value in values)])
    low = min([0.0, *(min(value["from"], value["to"]) for value in values)])
    room = max([0.0, *(_text_width(value["text"], size) for value in values)])
    bars_width = size.width * (1 - NAMES_SHARE)
    scale = {"domain": [low, top + (top - low) * room / max(bars_width - room, room) or 1.0], "nice": False}
    axis = {**money_axis(), "title": title, "grid": False, "tickCount": TICKS[size.name]}
    x: Spec = {"type": "quantitative", "scale": scale, "axis": axis}
    look = {"color": colors("kind", {"total": MAIN, "loss": LOSS}, legend=None), "tooltip": tooltip(label="Step", amount=("Amount", CENTS))}
    bars = layer("bar", {"y": y, "x": {**x, "field": "from"}, "x2": {"field": "to"}, **look}, cornerRadius=2, height={"band": 0.6})
    at_edge = {"y": y, "x": {**x, "field": "edge"}, "text": {"field": "text"}}
    text = layer("text", at_edge, align="left", dx=TEXT_GAP, fontWeight=600, color=INK)
    zero = layer("rule", {"x": {**x, "datum": 0}}, color=MUTED)
    return drawing(size, [bars, zero, text], data={"values": values})
