"""What-if questions about any calculator, read from JSON values and answered.

A question is `{"kind": "sensitivity"}`, `{"kind": "seek", "figure", "goal", "by"}`, `{"kind": "range", "estimates"?, "figure"?}` or
`{"kind": "compare", "scenarios": [{"name", "inputs"}]}`. Goals and estimates that are texts are read as the reader types them.
"""

from collections.abc import Mapping
from datetime import date

from ..engine.analysis.distribution import distribution
from ..engine.analysis.goal_seek import NotSeekable, seek
from ..engine.analysis.percentiles import Percentiles
from ..engine.analysis.perturbation import NumericInput, Target, numeric_inputs, targets, with_value
from ..engine.analysis.scenarios import MOST, Comparison, compare
from ..engine.analysis.sensitivity import sensitivity
from ..engine.calculator import Calculator
from ..engine.fields import Estimate, Number
from ..engine.money import write_number
from ..engine.typed import PARTS
from ..engine.validation import FieldError, Refused, read_estimate, read_number
from .answers import Answer, InputSwing, RangeAnswer, SeekAnswer, SensitivityAnswer, as_json
from .words import amount, sought_words

LONGEST_NAME = 80
"""Characters of an input's or figure's name in a question."""
LONGEST_TITLE = 40
"""Characters of a scenario's name."""


class QuestionError(ValueError):
    """A question that cannot be answered. `errors` says which parts of it are at fault."""

    def __init__(self, *errors: FieldError) -> None:
        """Set the errors, in the order of the question."""
        super().__init__("; ".join(error.message for error in errors))
        self.errors = list(errors)


def ask(calculator: Calculator, inputs: object, question: object, day: date) -> tuple[dict[str, object], list[FieldError]]:
    """Answer one question in JSON values.

    Returns:
        The answer and no errors, or {} and the errors. There is no infinity in an answer: `why` explains what cannot be reached.
    """
    try:
        return as_json(answer(calculator, inputs, question, day)), []
    except QuestionError as fault:
        return {}, fault.errors


def answer(calculator: Calculator, inputs: object, question: object, day: date) -> Answer:
    """Answer one question.

    Raises:
        QuestionError: for an unknown kind of question, or one with a fault in it.
    """
    question = question if isinstance(question, Mapping) else {}
    kind = question.get("kind")
    if kind == "sensitivity":
        return answer_sensitivity(calculator, inputs, day)
    if kind == "seek":
        name, by = (str(question.get(key, ""))[:LONGEST_NAME] for key in ("figure", "by"))
        return answer_seek(calculator, inputs, name, question.get("goal", ""), by, day)
    if kind == "range":
        figure = str(question.get("figure") or "")[:LONGEST_NAME]
        return answer_range(calculator, inputs, question.get("estimates") or {}, day, figure)
    if kind == "compare":
        return answer_compare(calculator, question.get("scenarios"), day)
    raise QuestionError(FieldError("explore", "unknown-question", "Ask for sensitivity, seek, range or compare."))


def _rounded(unit: Number, value: float | None) -> float | None:
    return None if value is None else unit.rounded(value)


def answer_sensitivity(calculator: Calculator, inputs: object, day: date) -> SensitivityAnswer:
    """Rank the inputs by how much each moves the headline."""
    headline, swings = calculator.at(inputs).headline, sensitivity(calculator, inputs, day)
    target = targets(calculator, inputs)[headline.name]
    unit = target.unit
    here = swings[0].here if swings else target.of(calculator.outcome(inputs, day, ranges=False)[headline])
    why = ""
    if here is None:
        why = f"“{headline.label}” has no value with these numbers, so there is nothing to compare."
    elif not swings:
        why = f"No number in this form changes “{headline.label}” by itself. Numbers that are 0 are left as they are."
    moved = []
    for swing in swings:
        low, high = (amount(swing.input.field, end) for end in (swing.low, swing.high))
        at_low, at_high = (_rounded(unit, end) for end in (swing.at_low, swing.at_high))
        moved.append(InputSwing(swing.input.name, swing.input.label, low, high, at_low, at_high))
    return SensitivityAnswer(headline.name, headline.label, _rounded(unit, here), tuple(moved), why)


def answer_seek(calculator: Calculator, inputs: object, figure: str, raw_goal: object, by: str, day: date) -> SeekAnswer:
    """Find the value of input `by` at which a figure reaches a goal.

    Raises:
        QuestionError: for an unreadable goal, or an unknown input or figure.
    """
    target = targets(calculator, inputs).get(figure)
    try:
        goal = _read_goal(target, raw_goal) if target else 0.0
        sought = seek(calculator, inputs, figure, goal, by, day)
    except Refused as refusal:
        raise QuestionError(refusal.at("goal")) from None
    except NotSeekable as fault:
        raise QuestionError(FieldError(fault.field, "not-seekable", str(fault))) from None
    unit, field, value = sought.target.unit, sought.input.field, sought.value
    return SeekAnswer(
        figure=figure,
        goal=unit.rounded(goal),
        by=by,
        label=sought.input.label,
        value=int(value) if value is not None and field.whole else value,
        text="" if value is None else amount(field, value, exact=True),
        result=_rounded(unit, sought.result),
        why=sought_words(sought),
        reached=None if sought.reached is None else (unit.rounded(sought.reached[0]), unit.rounded(sought.reached[1])),
    )


def _read_goal(target: Target, raw: object) -> float:
    goal = float(read_number(target.unit, raw, bounded=False))
    if target.unit.whole and not goal.is_integer():
        raise Refused("not-whole", f"“{target.label}” is counted in whole numbers. Enter one without decimals.")
    return goal


def answer_range(calculator: Calculator, inputs: object, raw_estimates: object, day: date, figure: str = "") -> RangeAnswer:
    """Simulate a figure (by default the headline) with the form's own estimates and the ones given here.

    Raises:
        QuestionError: for an unknown input or figure, or an estimate that the form would reject.
    """
    extra, errors = _read_estimates(calculator, inputs, raw_estimates)
    known = targets(calculator, inputs)
    name = figure or calculator.at(inputs).headline.name
    if name not in known:
        errors.append(FieldError("figure", "unknown-figure", f"There is no figure named {name} here. There are: {', '.join(known)}."))
    if errors:
        raise QuestionError(*errors)
    unit, label = known[name].unit, known[name].label
    simulated = distribution(calculator, inputs, extra, day, name)
    if simulated is None:
        return RangeAnswer(name, label, why="Nothing here is uncertain. Give a low, a typical and a high value for at least one number.")
    if simulated.percentiles is None:
        cases = f"{write_number(simulated.undefined)} of {write_number(simulated.draws)} simulated cases"
        return RangeAnswer(name, label, why=f"In {cases} “{label}” has no value, so there is no range to show.")
    spread = Percentiles(
        *(unit.rounded(value) for value in (simulated.percentiles.p10, simulated.percentiles.p50, simulated.percentiles.p90))
    )
    bins = tuple((unit.rounded(low), unit.rounded(high), count) for low, high, count in simulated.bins)
    return RangeAnswer(name, label, draws=simulated.draws, spread=spread, bins=bins)


def _read_estimates(calculator: Calculator, inputs: object, raw: object) -> tuple[dict[str, Estimate], list[FieldError]]:
    if not isinstance(raw, Mapping):
        message = "The estimates must be an object of input names, each with low, typical and high."
        raise QuestionError(FieldError("estimates", "not-an-object", message))
    known = {numeric_input.name: numeric_input for numeric_input in numeric_inputs(calculator, inputs)}
    estimates: dict[str, Estimate] = {}
    errors: list[FieldError] = []
    for name, value in raw.items():
        if name not in known:
            message = f"There is no number of that name in this form. There are: {', '.join(known)}."
            errors.append(FieldError(str(name)[:LONGEST_NAME], "unknown-field", message))
            continue
        before = len(errors)
        estimate = read_estimate(known[name].field, value, name, errors)
        if estimate is not None and len(errors) == before:
            estimates[name] = estimate
            errors += _rule_violations(calculator, inputs, known[name], estimate)
    return estimates, errors


def _rule_violations(calculator: Calculator, inputs: object, numeric_input: NumericInput, estimate: Estimate) -> list[FieldError]:
    """The first part of an estimate that the form's rules reject, with all other inputs unchanged."""
    for part in PARTS:
        violations = calculator.check(with_value(inputs, numeric_input, getattr(estimate, part)))
        if violations:
            return [FieldError(f"{numeric_input.name}.{part}", violations[0].code, violations[0].message)]
    return []


def answer_compare(calculator: Calculator, raw: object, day: date) -> Comparison:
    """Compute each scenario and set them side by side.

    Raises:
        QuestionError: for no scenario, too many, or one with invalid inputs.
    """
    if not isinstance(raw, list) or not raw:
        raise QuestionError(FieldError("scenarios", "too-few", f"Compare from 1 to {MOST} scenarios: a list of names and inputs."))
    if len(raw) > MOST:
        message = f"That is {write_number(len(raw))} scenarios, and at most {MOST} can be compared. Remove some."
        raise QuestionError(FieldError("scenarios", "too-many", message))
    named: list[tuple[str, object]] = []
    errors: list[FieldError] = []
    for index, entry in enumerate(raw):
        scenario = entry if isinstance(entry, Mapping) else {}
        inputs, faults = calculator.read(scenario.get("inputs", {}))
        errors += [fault._replace(field=f"scenarios.{index}.{fault.field}".rstrip(".")) for fault in faults]
        named.append((str(scenario.get("name") or f"Scenario {index + 1}")[:LONGEST_TITLE], inputs))
    if errors:
        raise QuestionError(*errors)
    return compare(calculator, named, day)
