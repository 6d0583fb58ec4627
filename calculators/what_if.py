"""What if: one question asked of any calculator, answered as plain JSON values.

A question is `{"kind": "sensitivity"}`, `{"kind": "seek", "figure", "goal", "by"}`, `{"kind": "range", "estimates"?, "figure"?}` or
`{"kind": "compare", "scenarios": [{"name", "inputs"}]}`. Goals and estimates are read as typed when they are texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from .engine.calculator import Calculator
from .engine.explore import DRAWS, NotSeekable, Spread, compare, distribution, seek, sensitivity
from .engine.explore.scenarios import MOST
from .engine.explore.vary import knobs
from .engine.fields import Estimate, Field
from .engine.validation import FieldError, Refused, read_estimate, read_number

Answer = tuple[dict[str, Any], list[FieldError]]


def ask(calculator: Calculator, inputs: Any, question: Any, day: date) -> Answer:
    """Answer one question.

    Returns:
        The answer and no errors, or {} and the errors. Never infinity: what cannot be reached is said in `why`.
    """
    kind = question.get("kind") if isinstance(question, Mapping) else None
    if kind == "sensitivity":
        return _sensitivity(calculator, inputs, day), []
    if kind == "seek":
        return _seek(calculator, inputs, question, day)
    if kind == "range":
        return _range(calculator, inputs, question, day)
    if kind == "compare":
        return _compare(calculator, question, day)
    return _refused("explore", "unknown-question", "Ask for sensitivity, seek, range or compare.")


def _refused(field: str, code: str, message: str) -> Answer:
    return {}, [FieldError(field, code, message)]


def _sensitivity(calculator: Calculator, inputs: Any, day: date) -> dict[str, Any]:
    headline = calculator.at(inputs).headline
    unit = headline.unit or Field()
    swings = [
        {
            "input": swing.knob.name,
            "label": swing.knob.label,
            "low": swing.knob.field.write(swing.low),
            "high": swing.knob.field.write(swing.high),
            "at_low": unit.rounded(swing.at_low),
            "at_high": unit.rounded(swing.at_high),
        }
        for swing in sensitivity(calculator, inputs, day)
    ]
    why = "" if swings else "No number of this form moves the outcome by itself."
    return {"figure": headline.name, "label": headline.label, "swings": swings, "why": why}


def _seek(calculator: Calculator, inputs: Any, question: Mapping[str, Any], day: date) -> Answer:
    name, by = str(question.get("figure", "")), str(question.get("by", ""))
    figures = {one.name: one for one in calculator.at(inputs).figures}
    unit = figures[name].unit if name in figures else None
    try:
        goal = read_number(unit, question.get("goal", ""), bounded=False)
        found = seek(calculator, inputs, name, goal, by, day)
    except Refused as refusal:
        return _refused("goal", refusal.code, str(refusal))
    except NotSeekable as fault:
        return _refused("by" if unit else "figure", "not-seekable", str(fault))
    field, shown = found.knob.field, unit or Field()
    answer = {
        "figure": name,
        "goal": shown.rounded(goal),
        "by": by,
        "label": found.knob.label,
        "value": None if found.value is None else field.rounded(found.value),
        "text": "" if found.value is None else field.write(found.value),
        "result": None if found.result is None else shown.rounded(found.result),
        "why": found.why,
    }
    if found.reached is not None:
        answer["reached"] = [shown.rounded(end) for end in found.reached]
        low, high = (shown.write(end) for end in found.reached)
        answer["why"] = f"{found.why} It stays at {low}." if low == high else f"{found.why} It goes from {low} to {high}."
    return answer, []


def _range(calculator: Calculator, inputs: Any, question: Mapping[str, Any], day: date) -> Answer:
    known = {knob.name: knob for knob in knobs(calculator, inputs)}
    raw = question.get("estimates") or {}
    errors: list[FieldError] = []
    extra: dict[str, Estimate] = {}
    for name, value in raw.items() if isinstance(raw, Mapping) else ():
        if name not in known:
            errors.append(FieldError(str(name)[:80], "unknown-field", f"That is no number of this form. There are: {', '.join(known)}."))
            continue
        estimate = read_estimate(known[name].field, value, name, errors)
        if estimate is not None:
            extra[name] = estimate
    case = calculator.at(inputs)
    plain = {one.name: one for one in case.figures if one.unit is not None and not one.rows and not one.step}
    figure = str(question.get("figure") or case.headline.name)
    if figure not in plain:
        errors.append(FieldError("figure", "unknown-figure", f"There is no such single figure. There are: {', '.join(plain)}."))
    if errors:
        return {}, errors
    unit = plain[figure].unit or Field()
    found = distribution(calculator, inputs, extra, day, figure)
    if found is None:
        return {"figure": figure, "draws": 0, "why": "Nothing here is uncertain. Give low, typical and high for at least one number."}, []
    return {
        "figure": figure,
        "label": plain[figure].label,
        "draws": DRAWS,
        **{name: unit.rounded(getattr(found.spread, name)) for name in Spread.__dataclass_fields__},
        "bins": [[unit.rounded(low), unit.rounded(high), count] for low, high, count in found.bins],
    }, []


def _compare(calculator: Calculator, question: Mapping[str, Any], day: date) -> Answer:
    raw = question.get("scenarios")
    if not isinstance(raw, list) or not 1 <= len(raw) <= MOST:
        return _refused("scenarios", "too-many", f"Compare from 1 to {MOST} scenarios.")
    named, errors = [], []
    for index, entry in enumerate(raw):
        scenario = entry if isinstance(entry, Mapping) else {}
        inputs, faults = calculator.read(scenario.get("inputs", {}))
        errors += [FieldError(f"scenarios.{index}.{fault.field}", fault.code, fault.message) for fault in faults]
        named.append((str(scenario.get("name") or f"Scenario {index + 1}")[:40], inputs))
    if errors:
        return {}, errors
    found = compare(calculator, named, day)
    lines = {
        part: [
            {"name": x.name, "label": x.label, "texts": list(x.texts), "values": list(x.values), "differs": x.differs}
            for x in getattr(found, part)
        ]
        for part in ("inputs", "figures")
    }
    return {"names": list(found.names), **lines}, []
