"""What if, on the page: the answers of what_if.ask as HTML and pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..engine.analysis.perturbation import NumericInput, numeric_inputs, targets
from ..engine.analysis.scenarios import MOST
from ..engine.calculator import Calculator
from ..engine.errors import Reading
from ..engine.fields import Months, per_phrase
from ..engine.money import write_number
from ..engine.view.charts import NARROW, WIDE
from ..engine.view.formatting import per_of
from ..engine.view.outcome import render
from ..shared.labels import distinct
from .charts import histogram, tornado
from .questions import ask
from .words import amount

PARTS = ("low", "typical", "high")
LONGEST_NAME = 40


@dataclass(frozen=True)
class Pick:
    """One entry of a list to choose from; `now` is what it stands at."""

    value: str
    label: str
    now: str
    selected: bool


@dataclass(frozen=True)
class Box:
    """One box to type into: what was typed, what is wrong with it, and what it may mean."""

    value: str
    error: str
    readings: tuple[Reading, ...] = ()


def panel(calculator: Calculator, inputs: Any, state: Mapping[str, Any], day: date) -> dict[str, Any]:
    """The whole panel for these inputs.

    Args:
        calculator: whose page it is.
        inputs: as the form has them now.
        state: what the reader asked in it: `{"seek": {...}?, "range": {...}?, "scenarios": [...]?}`.
        day: whose parameters count.

    Returns:
        `{"html", "charts"}`; what was wrong with a question stands beside it in the HTML.
    """
    page = _Panel(calculator, inputs, state, day)
    html = render(
        "what-if/template.html.j2",
        calculator=calculator.id,
        moves=page.moves(),
        figures=page.figures(),
        seek=page.seek(),
        spread=page.spread(),
        compared=page.compared(),
    )
    return {"html": html, "charts": page.charts}


class _Panel:
    """One look at the panel; `charts` fills up as its parts are asked for."""

    def __init__(self, calculator: Calculator, inputs: Any, state: Mapping[str, Any], day: date) -> None:
        self._calculator, self._inputs, self._day = calculator, inputs, day
        self._case = calculator.at(inputs)
        self._targets = targets(calculator, inputs)
        series = {one.name for one in self._case.series}
        self._of_series = {one.name for one in self._case.figures if one.rows in series}
        self._knobs = {knob.name: knob for knob in numeric_inputs(calculator, inputs)}
        self._asked = {part: asked for part in ("seek", "range") if isinstance(asked := state.get(part), Mapping)}
        self._scenarios = state.get("scenarios")
        self._outcome = calculator.outcome(inputs, day, ranges=False)
        self._unit = self._targets[self._case.headline.name].unit
        self.charts: list[dict[str, Any]] = []

    def _draw(self, name: str, draw: Any, answer: Mapping[str, Any]) -> str:
        self.charts.append({"name": name, **{size.name: draw(answer, self._unit, self._unit.axis, size) for size in (WIDE, NARROW)}})
        return name

    def _picks(self, chosen: str) -> tuple[Pick, ...]:
        def pick(knob: NumericInput) -> Pick:
            return Pick(knob.name, knob.label, amount(knob.field, knob.value), knob.name == chosen)

        return tuple(pick(knob) for knob in self._knobs.values())

    def _said(self, part: str, key: str) -> str:
        return str(self._asked.get(part, {}).get(key, ""))[:80]

    def moves(self) -> dict[str, Any]:
        """What moves the headline most."""
        answer, _ = ask(self._calculator, self._inputs, {"kind": "sensitivity"}, self._day)
        swings = [{**swing, **{end: amount(self._unit, swing[end]) for end in ("at_low", "at_high")}} for swing in answer["swings"]]
        # as many bars, as high a picture: under another name it gets a box of its own
        chart = (
            self._draw(f"what-if-moves-{min(8, len(swings))}", tornado, answer | {"swings": self._short(answer["swings"])})
            if swings
            else ""
        )
        return {**answer, "swings": swings, "chart": chart, "here": amount(self._unit, answer["here"])}

    def _short(self, swings: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The swings with what they are moved to as short as a picture wants it: "$18" for "$18 a month"."""
        pers = {swing["input"]: f" {per_phrase(self._knobs[swing['input']].field.per)}" for swing in swings}
        return [{**swing, **{end: swing[end].removesuffix(pers[swing["input"]]) for end in ("low", "high")}} for swing in swings]

    def figures(self) -> tuple[Pick, ...]:
        """The figures that a goal can be set for."""
        chosen = self._said("seek", "figure")
        chosen = chosen if chosen in self._targets else self._case.headline.name
        return tuple(
            Pick(name, target.label, amount(target.unit, target.of(self._outcome[target.figure])), name == chosen)
            for name, target in self._targets.items()
            if target.figure not in self._of_series
        )

    def seek(self) -> dict[str, Any]:
        """How a goal can be reached. A question about what this form does not have (any more) counts as not asked."""
        name, by = self._said("seek", "figure"), self._said("seek", "by")
        typed = self._said("seek", "goal")
        hint = "A time is typed in months." if any(isinstance(target.unit, Months) for target in self._targets.values()) else ""
        shown = {"picks": self._picks(by), "goal": Box(typed, ""), "hint": hint, "answer": None}
        if name not in self._targets or by not in self._knobs:
            return shown
        answer, errors = ask(self._calculator, self._inputs, {"kind": "seek", "figure": name, "by": by, "goal": typed}, self._day)
        if errors:
            return {**shown, "goal": Box(typed, errors[0].message, errors[0].readings)}
        unit, label = self._targets[name].unit, self._targets[name].label
        more = {"figure": label, "wanted": amount(unit, answer["goal"]), "result": amount(unit, answer["result"])}
        return {**shown, "answer": {**answer, **more}}

    def spread(self) -> dict[str, Any]:
        """How far off the headline may be."""
        name = self._said("range", "input")
        typed = {part: self._said("range", part) for part in PARTS}
        knob = self._knobs.get(name)
        shown = {"picks": self._picks(name), "boxes": {part: Box(typed[part], "") for part in PARTS}, "about": "", "chart": ""}
        estimates = {}
        if knob is not None:
            now = knob.field.typed(knob.value)
            estimates[name] = typed | {"typical": typed["typical"].strip() or now}
        answer, errors = ask(self._calculator, self._inputs, {"kind": "range", "estimates": estimates}, self._day)
        if errors:
            wrong = {error.field.removeprefix(f"{name}."): (error.message, error.readings) for error in errors}
            boxes = {part: Box(typed[part], *wrong.get(part, ("",))) for part in PARTS}
            return {**shown, "boxes": boxes, "draws": 0, "why": "", "point": False}
        point = answer["draws"] and answer["p10"] == answer["p90"]
        if answer["draws"] and len(answer["bins"]) > 1:
            shown["chart"] = self._draw("what-if-range", histogram, answer)
        if answer["draws"]:
            answer["draws_written"] = write_number(answer["draws"])
            answer |= {part: amount(self._unit, answer[part]) for part in ("p10", "p50", "p90")}
        return {**shown, **answer, "about": knob.label if knob else "", "point": point}

    def compared(self) -> dict[str, Any]:
        """The form and the kept scenarios side by side. One that cannot be worked out (any more) is named, and can be dropped."""
        kept = self._scenarios if isinstance(self._scenarios, list) else []
        entries = [entry if isinstance(entry, Mapping) else {} for entry in kept][:MOST]
        names = distinct([str(entry.get("name") or f"Scenario {at}").strip() for at, entry in enumerate(entries)], LONGEST_NAME)
        sound, faulty = [], []
        for at, (name, entry) in enumerate(zip(names, entries, strict=True)):
            _, faults = self._calculator.read(entry.get("inputs"))
            if faults:
                faulty.append({"name": name, "index": at - 1, "why": faults[0].message})
            else:
                sound.append({"name": name, "index": at - 1, "inputs": entry["inputs"]})
        shown = {"faulty": faulty, "full": len(entries) >= MOST, "names": []}
        if len(sound) < 2:
            return shown
        answer, _ = ask(self._calculator, None, {"kind": "compare", "scenarios": sound}, self._day)
        units = {name: knob.field for name, knob in self._knobs.items()} | {name: one.unit for name, one in self._targets.items()}
        lines = [{**line, "per": per_of(units.get(line["name"]))} for line in (*answer["inputs"], *answer["figures"])]
        parts = {"differing": [line for line in lines if line["differs"]], "alike": [line for line in lines if not line["differs"]]}
        return {**shown, **parts, "names": [{"name": one["name"], "index": one["index"]} for one in sound]}
