"""What if, on the page: the answers of what_if.ask as HTML and pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .engine.calculator import Calculator
from .engine.charts import GRID, INK, LEVERAGE, MAIN, MUTED, NARROW, WIDE, Size, Spec, dollars_axis, drawing
from .engine.explore.vary import knobs
from .engine.fields import Field, Money
from .engine.present import figure_view, render
from .what_if import ask


@dataclass(frozen=True)
class Pick:
    """One entry of a list to choose from."""

    value: str
    label: str
    selected: bool


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
    case = calculator.at(inputs)
    charts: list[dict[str, Any]] = []
    moves, _ = ask(calculator, inputs, {"kind": "sensitivity"}, day)
    outcome = calculator.outcome(inputs, day, ranges=False)
    if moves["swings"]:
        base = outcome[case.headline.name]
        charts.append(_twice("what-if-moves", lambda size: tornado(moves, base, case.headline.unit or Field(), size)))
    html = render(
        "what_if/panel.html.j2",
        calculator=calculator.id,
        headline=figure_view(outcome, case.headline),
        moves=_said(moves, case.headline.unit or Field()),
        numbers=_numbers(calculator, inputs, state),
        figures=_figures(case, state),
        seek=_seek(calculator, inputs, state.get("seek"), day),
        spread=_spread(calculator, inputs, state.get("range"), day, charts),
        compared=_compared(calculator, inputs, state.get("scenarios"), day),
    )
    return {"html": html, "charts": charts}


def _twice(name: str, draw: Any) -> dict[str, Any]:
    return {"name": name, "wide": draw(WIDE), "narrow": draw(NARROW)}


def _said(moves: Mapping[str, Any], unit: Field) -> dict[str, Any]:
    swings = [{**swing, "from": unit.write(swing["at_low"]), "to": unit.write(swing["at_high"])} for swing in moves["swings"]]
    return {**moves, "swings": swings}


def _asked(state: Mapping[str, Any], question: str, key: str) -> str:
    part = state.get(question)
    return str(part.get(key, "")) if isinstance(part, Mapping) else ""


def _numbers(calculator: Calculator, inputs: Any, state: Mapping[str, Any]) -> dict[str, tuple[Pick, ...]]:
    """The inputs to choose from, for goal seek and for the range."""
    found = [(knob.name, knob.label) for knob in knobs(calculator, inputs)]
    return {
        question: tuple(Pick(name, label, name == _asked(state, question, key)) for name, label in found)
        for question, key in (("seek", "by"), ("range", "input"))
    }


def _figures(case: Calculator, state: Mapping[str, Any]) -> tuple[Pick, ...]:
    chosen = _asked(state, "seek", "figure") or case.headline.name
    plain = [one for one in case.figures if one.unit is not None and not one.rows and not one.step]
    return tuple(Pick(one.name, one.label, one.name == chosen) for one in plain if hasattr(one.unit, "ge"))


def _seek(calculator: Calculator, inputs: Any, asked: Any, day: date) -> dict[str, Any] | None:
    if not isinstance(asked, Mapping):
        return None
    answer, errors = ask(calculator, inputs, {**asked, "kind": "seek"}, day)
    if errors:
        return {"error": errors[0].message, "goal": str(asked.get("goal", ""))}
    figure = calculator.at(inputs).graph.by_name(answer["figure"])
    unit = figure.unit or Field()
    result = "" if answer["result"] is None else unit.write(answer["result"])
    return {**answer, "error": "", "figure_label": figure.label, "result_text": result, "goal": str(asked.get("goal", ""))}


def _spread(calculator: Calculator, inputs: Any, asked: Any, day: date, charts: list[dict[str, Any]]) -> dict[str, Any]:
    asked = asked if isinstance(asked, Mapping) else {}
    typed = {part: str(asked.get(part, "")) for part in ("low", "typical", "high")}
    estimates = {str(asked["input"]): typed} if asked.get("input") else {}
    answer, errors = ask(calculator, inputs, {"kind": "range", "estimates": estimates}, day)
    if errors:
        return {"errors": [error.message for error in errors], "typed": typed, "draws": 0, "why": ""}
    unit = calculator.at(inputs).headline.unit or Field()
    if answer["draws"]:
        charts.append(_twice("what-if-range", lambda size: histogram(answer, unit, size)))
        answer |= {name: unit.write(answer[name]) for name in ("p10", "p50", "p90")}
    return {**answer, "errors": [], "typed": typed}


def _compared(calculator: Calculator, inputs: Any, kept: Any, day: date) -> dict[str, Any] | None:
    del inputs  # the page sends the form as the first scenario
    if not isinstance(kept, list) or len(kept) < 2:
        return None
    answer, errors = ask(calculator, None, {"kind": "compare", "scenarios": kept}, day)
    return {"error": errors[0].message, "names": [], "inputs": [], "figures": []} if errors else {**answer, "error": ""}


def _axis(unit: Field, title: str) -> Spec:
    return dollars_axis(title) if isinstance(unit, Money) else {"title": title or None, "tickCount": 5}


def tornado(moves: Mapping[str, Any], base: float, unit: Field, size: Size) -> Spec:
    """The strongest inputs as bars on either side of the present headline."""
    values = []
    for swing in moves["swings"][:8]:
        name = swing["label"] if len(swing["label"]) <= 30 else f"{swing['label'][:29]}…"
        for end, text in (("at_low", swing["low"]), ("at_high", swing["high"])):
            values.append({"input": name, "from": base, "to": swing[end], "end": "lower" if end == "at_low" else "higher", "at": text})
    y: Spec = {
        "field": "input",
        "type": "nominal",
        "sort": None,
        "axis": {"title": None, "domain": False, "ticks": False, "grid": False, "labelLimit": size.width * 0.4},
    }
    x: Spec = {
        "field": "from",
        "type": "quantitative",
        "scale": {"zero": False},
        "axis": {**_axis(unit, moves["label"]), "gridColor": GRID, "grid": True},
    }
    colour: Spec = {"field": "end", "type": "nominal", "scale": {"domain": ["lower", "higher"], "range": [MUTED, LEVERAGE]}}
    tips = [
        {"field": "input", "title": "Input"},
        {"field": "at", "title": "Moved to"},
        {"field": "to", "title": moves["label"], "format": ",.0f"},
    ]
    bars: Spec = {
        "mark": {"type": "bar", "height": {"band": 0.6}, "cornerRadius": 2},
        "encoding": {"y": y, "x": x, "x2": {"field": "to"}, "color": colour, "tooltip": tips},
    }
    here: Spec = {"mark": {"type": "rule", "color": INK, "strokeWidth": 1.5}, "encoding": {"x": {"datum": base, "type": "quantitative"}}}
    return drawing(size, [bars, here], data={"values": values})


def histogram(answer: Mapping[str, Any], unit: Field, size: Size) -> Spec:
    """How often each stretch of the headline came up, with P10, P50 and P90 marked."""
    values = [{"from": low, "to": high, "count": count} for low, high, count in answer["bins"]]
    x: Spec = {"field": "from", "type": "quantitative", "scale": {"zero": False, "nice": False}, "axis": _axis(unit, answer["label"])}
    bars: Spec = {
        "mark": {"type": "bar", "color": MAIN, "opacity": 0.75, "binSpacing": 1},
        "encoding": {
            "x": {**x, "bin": {"binned": True}},
            "x2": {"field": "to"},
            "y": {"field": "count", "type": "quantitative", "axis": None},
        },
    }
    marks = [
        {"at": answer[name], "name": words} for name, words in (("p10", "1 in 10 lower"), ("p50", "middle"), ("p90", "1 in 10 higher"))
    ]
    rule: Spec = {
        "data": {"values": marks},
        "mark": {"type": "rule", "color": INK, "strokeDash": [4, 3]},
        "encoding": {"x": {**x, "field": "at"}},
    }
    text: Spec = {
        "data": {"values": marks},
        "mark": {"type": "text", "align": "left", "baseline": "top", "dx": 4, "angle": 0},
        "encoding": {"x": {**x, "field": "at"}, "y": {"value": 2}, "text": {"field": "name"}},
    }
    return drawing(size, [bars, rule, text] if size.name == "wide" else [bars, rule], data={"values": values})
