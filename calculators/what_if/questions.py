"""What if: one question asked of any calculator, answered as plain JSON values.

A question is `{"kind": "sensitivity"}`, `{"kind": "seek", "figure", "goal", "by"}`, `{"kind": "range", "estimates"?, "figure"?}` or
`{"kind": "compare", "scenarios": [{"name", "inputs"}]}`. Goals and estimates are read as typed when they are texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ..engine.analysis.distribution import distribution
from ..engine.analysis.goal_seek import NotSeekable, seek
from ..engine.analysis.percentiles import Percentiles
from ..engine.analysis.perturbation import NumericInput, numeric_inputs, single_figures, targets, with_value
from ..engine.analysis.scenarios import MOST, compare
from ..engine.analysis.sensitivity import sensitivity
from ..engine.calculator import Calculator
from ..engine.fields import Estimate, Number
from ..engine.money import write_number
from ..engine.validation import FieldError, Refused, read_estimate, read_number
from .words import amount, sought_words

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


def _rounded(unit: Number, value: float | None) -> float | None:
    return None if value is None else unit.rounded(value)


def _sensitivity(calculator: Calculator, inputs: Any, day: date) -> dict[str, Any]:
    case = calculator.at(inputs)
    unit = single_figures(case)[case.headline.name]
    found = sensitivity(calculator, inputs, day)
    swings = [
        {
            "input": swing.input.name,
            "label": swing.input.label,
            "low": amount(swing.input.field, swing.low),
            "high": amount(swing.input.field, swing.high),
            "at_low": _rounded(unit, swing.at_low),
            "at_high": _rounded(unit, swing.at_high),
        }
        for swing in found
    ]
    answer = {"figure": case.headline.name, "label": case.headline.label, "here": None, "swings": swings, "why": ""}
    here = found[0].here if found else calculator.outcome(inputs, day, ranges=False)[case.headline.name]
    if here is None:
        answer["why"] = f"“{case.headline.label}” has no value with these numbers, so nothing can be said to move it."
    elif not found:
        answer["why"] = f"No number of this form moves “{case.headline.label}” by itself. What stands at 0 is not moved."
    return answer | {"here": _rounded(unit, here)}


def _seek(calculator: Calculator, inputs: Any, question: Mapping[str, Any], day: date) -> Answer:
    name, by = str(question.get("figure", ""))[:80], str(question.get("by", ""))[:80]
    target = targets(calculator, inputs).get(name)
    try:
        goal = float(read_number(target.unit, question.get("goal", ""), bounded=False)) if target else 0.0
        if target and target.unit.whole and not goal.is_integer():
            return _refused("goal", "not-whole", f"“{target.label}” is counted in whole numbers. Write one without decimals.")
        found = seek(calculator, inputs, name, goal, by, day)
    except Refused as refusal:
        return _refused("goal", refusal.code, str(refusal))
    except NotSeekable as fault:
        return _refused(fault.field, "not-seekable", str(fault))
    shown = found.target.unit
    answer = {
        "figure": name,
        "goal": shown.rounded(goal),
        "by": by,
        "label": found.input.label,
        "value": int(found.value) if found.value is not None and found.input.field.whole else found.value,
        "text": "" if found.value is None else amount(found.input.field, found.value, exact=True),
        "result": _rounded(shown, found.result),
        "why": sought_words(found),
    }
    if found.reached is not None:
        answer["reached"] = [shown.rounded(end) for end in found.reached]
    return answer, []


def _range(calculator: Calculator, inputs: Any, question: Mapping[str, Any], day: date) -> Answer:
    known = {knob.name: knob for knob in numeric_inputs(calculator, inputs)}
    raw = question.get("estimates") or {}
    errors: list[FieldError] = []
    extra: dict[str, Estimate] = {}
    if not isinstance(raw, Mapping):
        return _refused("estimates", "not-an-object", "The estimates must be an object of input names, each with low, typical and high.")
    for name, value in raw.items():
        if name not in known:
            errors.append(FieldError(str(name)[:80], "unknown-field", f"That is no number of this form. There are: {', '.join(known)}."))
            continue
        before = len(errors)
        estimate = read_estimate(known[name].field, value, name, errors)
        if estimate is not None and len(errors) == before:
            extra[name] = estimate
            errors += _beyond_the_rules(calculator, inputs, known[name], estimate)
    known_targets = targets(calculator, inputs)
    figure = str(question.get("figure") or calculator.at(inputs).headline.name)[:80]
    if figure not in known_targets:
        errors.append(FieldError("figure", "unknown-figure", f"There is no number {figure} here. There are: {', '.join(known_targets)}."))
    if errors:
        return {}, errors
    unit, label = known_targets[figure].unit, known_targets[figure].label
    answer = {"figure": figure, "label": label, "draws": 0, "why": ""}
    found = distribution(calculator, inputs, extra, day, figure)
    if found is None:
        return answer | {"why": "Nothing here is uncertain. Give low, typical and high for at least one number."}, []
    if found.percentiles is None:
        cases = f"{write_number(found.undefined)} of {write_number(found.draws)} simulated cases"
        lacking = f"In {cases} “{label}” has no value, so there is no range to give."
        return answer | {"why": lacking}, []
    return answer | {
        "draws": found.draws,
        **{name: unit.rounded(getattr(found.percentiles, name)) for name in Percentiles.__dataclass_fields__},
        "bins": [[unit.rounded(low), unit.rounded(high), count] for low, high, count in found.bins],
    }, []


def _beyond_the_rules(calculator: Calculator, inputs: Any, knob: NumericInput, estimate: Estimate) -> list[FieldError]:
    """An estimate whose low or high the form itself would refuse, all other numbers as they are."""
    for part in ("low", "typical", "high"):
        refused = calculator.check(with_value(inputs, knob, getattr(estimate, part)))
        if refused:
            return [FieldError(f"{knob.name}.{part}", refused[0].code, refused[0].message)]
    return []


def _compare(calculator: Calculator, question: Mapping[str, Any], day: date) -> Answer:
    raw = question.get("scenarios")
    if not isinstance(raw, list) or not raw:
        return _refused("scenarios", "too-few", f"Compare from 1 to {MOST} scenarios: a list of names and inputs.")
    if len(raw) > MOST:
        return _refused(
            "scenarios",
            "too-many",
            f"That is {write_number(len(raw))} scenarios; at most {MOST} fit side by side. Take some out.",
        )
    named, errors = [], []
    for index, entry in enumerate(raw):
        scenario = entry if isinstance(entry, Mapping) else {}
        inputs, faults = calculator.read(scenario.get("inputs", {}))
        errors += [FieldError(f"scenarios.{index}.{fault.field}".rstrip("."), fault.code, fault.message) for fault in faults]
        named.append((str(scenario.get("name") or f"Scenario {index + 1}")[:40], inputs))
    if errors:
        return {}, errors
    found = compare(calculator, named, day)
    lines = {
        part: [
            {"name": x.name, "label": x.label, "texts": list(x.texts), "values": [_plain(v) for v in x.values], "differs": x.differs}
            for x in getattr(found, part)
        ]
        for part in ("inputs", "figures")
    }
    return {"names": list(found.names), **lines}, []


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, Estimate):
        return {part: getattr(value, part) for part in Estimate.__dataclass_fields__}
    return list(value) if isinstance(value, tuple) else value
