"""How each chart is drawn: its marks, axes and places of labels, without the numbers that it shows.

A label's place or a line's width has no right value that could be worked out. It was judged by eye, on pictures of the pages, and
tests/contract/drawings.txt keeps it as it was then. After a change on purpose, look at the pictures in both sizes, then write it anew:
`python -m tests.unit.catalogue.drawings`.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from calculators import find
from calculators.engine.view.charts import NARROW, WIDE, drawing
from calculators.what_if.panel import panel

FILE = Path(__file__).parents[2] / "contract" / "drawings.txt"
DAY = date(2026, 11, 23)

DEBTS = {"aim": "debts", "debts": [{"name": "Card", "balance": "3,000", "rate": "20", "payment": "200"}]}
LITTLE = {"low": "20", "typical": "20", "high": "20"}
SHOWN: dict[str, dict[str, dict[str, Any]]] = {
    "accelerator": {
        "saving": {},
        "debts": DEBTS,
        "crowded debts": {**DEBTS, "leverage": LITTLE},
        "soon": {"leverage": {"low": "2,000", "typical": "3,000", "high": "4,000"}},
    },
    "break-even": {"first": {}, "at a loss": {"unit_price": "4"}, "late": {"price": "4,000", "life": "36"}},
    "buffer": {"first": {}, "always short": {"spending": "9,000"}},
    "equalizer": {"first": {}, "pay rises faster": {"pay_growth": "6"}, "no gap": {"pay_growth": "3", "inflation": "3"}},
    "gig-mix": {"first": {}},
    "income-mix": {"first": {}},
    "inventory": {"first": {}},
    "leverage-income": {"first": {}},
    "net-hourly": {"first": {}},
    "plan": {
        "saving": {"net_month": "300", "goal": "5,000", "own": "100"},
        "crowded": {"net_month": "30", "goal": "5,000", "own": "300"},
        "debts": {"net_month": "300", **DEBTS},
        "crowded debts": {"net_month": "20", **DEBTS},
    },
    "platform-fees": {"first": {}},
    "rate-to-charge": {"first": {}},
    "take-home": {"first": {}},
    "time-audit": {"first": {}},
}
"""By calculator: inputs for which its charts place their labels differently."""
PANELS: dict[str, dict[str, Any]] = {
    "equalizer": {},
    "net-hourly": {"range": {"input": "gross", "low": "200", "typical": "240", "high": "300"}},
}
"""By calculator: a state of its what-if panel."""


def looks(spec: dict[str, Any]) -> Iterator[str]:
    """The lines of a drawing: each axis, scale and legend, then each layer."""
    told: dict[str, None] = {}
    layers = []
    for layer in spec["layer"]:
        channels = {}
        for channel, encoding in layer.get("encoding", {}).items():
            shown = encoding if isinstance(encoding, list) else [encoding]
            channels[channel] = " ".join(str(_kept(part, without=("axis", "scale", "legend", "type"))) for part in shown)
            for part in ("axis", "scale", "legend"):
                if not isinstance(encoding, list) and part in encoding:
                    told[f"{channel} {part} {_kept(encoding[part])}"] = None
        layers.append(f"{_kept(layer['mark'])} at {_kept(channels)}")
    yield from told
    yield from layers


def drawings(name: str) -> list[str]:
    """The drawings of a calculator. In a later one, a line that is also in the one before is left out."""
    lines: list[str] = []
    before: dict[str, list[str]] = {}
    calculator = find(name)
    assert calculator is not None
    for case, typed in SHOWN[name].items():
        inputs, errors = calculator.read(typed)
        assert inputs is not None, errors
        outcome = calculator.outcome(inputs, DAY)
        for chart in outcome.calculator.charts:
            units = [
                f"{type(unit).__name__}{' in whole' if getattr(unit, 'dollars', False) else ''}"
                for unit in chart.table(outcome).columns.values()
            ]
            told = f"{name}: table of {chart.name}: {', '.join(units)}"
            lines += ["", told] if told not in lines else []
            for size in (WIDE, NARROW):
                drawn = list(looks(chart.draw(outcome, size)))
                lines += ["", f"{name}: {chart.name}, {case}, {size.name}: {len(drawn)} lines"]
                lines += [line for line in drawn if line not in before.get(chart.name, [])]
                before[chart.name] = drawn
    return lines


def panel_drawings(name: str) -> list[str]:
    """The drawings of the what-if panel for a calculator's first inputs."""
    lines: list[str] = []
    calculator = find(name)
    assert calculator is not None
    charts: Any = panel(calculator, calculator.inputs(), PANELS[name], DAY)["charts"]
    for chart in charts:
        for size in ("wide", "narrow"):
            lines += ["", f"what if of {name}: {chart['name']}, {size}", *looks(chart[size])]
    return lines


def parts() -> dict[str, Callable[[], list[str]]]:
    """What draws each part of the file, by the start of its lines' heads."""
    every: dict[str, Callable[[], list[str]]] = {
        "all: ": lambda: [f"all: {size.name} {_kept(drawing(size, []))}" for size in (WIDE, NARROW)]
    }
    every |= {f"{name}: ": partial(drawings, name) for name in SHOWN}
    return every | {f"what if of {name}: ": partial(panel_drawings, name) for name in PANELS}


def _kept(value: Any, without: tuple[str, ...] = ()) -> Any:
    """The value without its words for readers, and with four digits of each number."""
    if isinstance(value, dict):
        return {name: _kept(part) for name, part in value.items() if name not in {"title", *without}}
    if isinstance(value, list):
        return [_kept(part) for part in value]
    return float(f"{value:.4g}") if isinstance(value, float) else value


if __name__ == "__main__":
    FILE.write_text("\n".join(line for draw in parts().values() for line in draw()) + "\n", "utf-8", newline="\n")
