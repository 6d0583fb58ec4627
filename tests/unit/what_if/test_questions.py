"""What-if questions through ask() and the command line."""

import json
from dataclasses import replace
from typing import Any

import pytest

from calculators import CATALOGUE
from calculators.__main__ import main
from calculators.catalogue.break_even import CALCULATOR as BREAK_EVEN
from calculators.engine.calculator import DRAWS
from calculators.engine.currency import Currency
from calculators.engine.fields import Estimate, Hours, Money, Number, Rate
from calculators.engine.notation import in_notation, notation_of
from calculators.engine.typed import typed_inputs
from calculators.what_if.questions import ask
from calculators.what_if.words import amount
from tests.unit.engine.analysis.shop import DAY, SHOP, Inputs

NOW = Inputs(cost=Estimate(500.0, 500.0, 500.0))
TYPED = typed_inputs(SHOP.slots, NOW)


def answered(question: dict[str, Any], inputs: Inputs = NOW) -> dict[str, Any]:
    answer, errors = ask(SHOP, inputs, question, DAY)
    assert errors == []
    json.dumps(answer, allow_nan=False)
    return answer


def refused(question: Any, inputs: Inputs = NOW) -> list[tuple[str, str, str]]:
    answer, errors = ask(SHOP, inputs, question, DAY)
    assert answer == {}
    return [(error.field, error.code, error.message) for error in errors]


def test_sensitivity_gives_each_moved_value_with_its_unit() -> None:
    answer = answered({"kind": "sensitivity"})
    assert (answer["figure"], answer["here"], answer["why"]) == ("net", 1_500.0, "")
    assert [(entry["input"], entry["low"], entry["at_low"], entry["high"], entry["at_high"]) for entry in answer["swings"]] == [
        ("price", "$18", 1_300.0, "$22", 1_700.0),
        ("units", "90 units", 1_300.0, "110 units", 1_700.0),
        ("cost", "$450", 1_550.0, "$550", 1_450.0),
    ]


def test_sensitivity_says_why_there_is_nothing_to_show() -> None:
    still = answered({"kind": "sensitivity"}, replace(NOW, price=0.0, units=0, cost=Estimate(0.0, 0.0, 0.0)))
    assert (still["swings"], still["here"]) == ([], 0.0)
    assert still["why"] == "No number in this form changes “Net” by itself. Numbers that are 0 are left as they are."
    headless = replace(SHOP, headline=next(entry for entry in SHOP.figures if entry.name == "each_leaves"))
    answer, _ = ask(headless, replace(NOW, units=0), {"kind": "sensitivity"}, DAY)
    assert (answer["swings"], answer["here"]) == ([], None)
    assert answer["why"] == "“Each unit leaves” has no value with these numbers, so there is nothing to compare."


@pytest.mark.parametrize(
    ("goal", "numbers", "labels"),
    [
        ("1.200", "1,234,567.89", ["1.2", "1,200"]),
        ("-1.200", "1,234,567.89", ["−1.2", "−1,200"]),
        ("1,200", "1.234.567,89", ["1,2", "1.200"]),
        ("1.200", "1 234 567,89", ["1\u00a0200", "1,2"]),
        ("1234,567", "12,34,567.89", ["12,34,567", "1,234.567"]),
    ],
)
def test_doubtful_goal_is_asked_about_even_below_zero(goal: str, numbers: str, labels: list[str]) -> None:
    """A goal has no bounds that could settle it: a loss of 1.2 and one of 1,200 are both possible."""
    with in_notation(notation_of(numbers)):
        answer, errors = ask(SHOP, NOW, {"kind": "seek", "figure": "net", "goal": goal, "by": "price"}, DAY)
    assert answer == {}
    assert [(error.field, error.code) for error in errors] == [("goal", "ambiguous")]
    assert [reading.label for reading in errors[0].readings] == labels


def test_every_reading_of_a_doubtful_goal_is_answered() -> None:
    _, errors = ask(SHOP, NOW, {"kind": "seek", "figure": "net", "goal": "1.200", "by": "price"}, DAY)
    texts = [reading.text for reading in errors[0].readings]
    assert [answered({"kind": "seek", "figure": "net", "goal": text, "by": "price"})["goal"] for text in texts] == [1.2, 1_200.0]


def test_dash_for_no_cents_settles_a_goal() -> None:
    assert answered({"kind": "seek", "figure": "net", "goal": "€ 1.200,-", "by": "price"})["goal"] == 1_200.0


def test_small_goal_in_percent_may_be_a_fraction() -> None:
    question = {"kind": "seek", "figure": "break_even_use", "goal": "0.25", "by": "price"}
    _, errors = ask(BREAK_EVEN, BREAK_EVEN.inputs(), question, DAY)
    assert [reading.label for reading in errors[0].readings] == ["0.25%", "25%"]


@pytest.mark.parametrize("part", ["low", "typical", "high"])
@pytest.mark.parametrize("numbers", ["1,234,567.89", "1 234 567.89", "1’234’567.89", "12,34,567.89"])
def test_doubtful_end_of_a_range_is_asked_about(part: str, numbers: str) -> None:
    ends = {"low": "400", "typical": "1200", "high": "9000"} | {part: "1.200"}
    with in_notation(notation_of(numbers)):
        _, errors = ask(SHOP, NOW, {"kind": "range", "estimates": {"cost": ends}}, DAY)
    assert [(error.field, error.code, len(error.readings)) for error in errors] == [(f"cost.{part}", "ambiguous", 2)]


def test_range_written_with_decimal_commas_is_the_same_range() -> None:
    point = answered({"kind": "range", "estimates": {"price": {"low": "18.50", "typical": "20", "high": "22.25"}}})
    with in_notation(notation_of("1.234.567,89")):
        comma = answered({"kind": "range", "estimates": {"price": {"low": "18,50", "typical": "20,-", "high": "22,25"}}})
    assert comma == point


def test_doubtful_text_in_a_scenario_comes_with_its_readings() -> None:
    """Each scenario is read as the form is; nothing in it is settled in silence."""
    scenarios = [{"name": "Now", "inputs": TYPED}, {"name": "Dear", "inputs": {**TYPED, "cost": "1.200", "lines": [{"amount": "1.200"}]}}]
    answer, errors = ask(SHOP, NOW, {"kind": "compare", "scenarios": scenarios}, DAY)
    assert answer == {}
    assert [(error.field, error.code) for error in errors] == [("scenarios.1.cost", "ambiguous")]
    assert [reading.text for reading in errors[0].readings] == ["1.2", "1,200"]
    settled = [scenarios[0], {"name": "Dear", "inputs": {**TYPED, "cost": "1,200", "lines": [{"amount": "1.200"}]}}]
    texts = {line["name"]: line["texts"] for line in answered({"kind": "compare", "scenarios": settled})["inputs"]}
    assert texts["cost"] == ["$500", "$1,200"]
    assert texts["lines.0.amount"] == ["$3", "$1.20"]  # the field's bounds settle it, as in the form


def test_goal_is_read_as_typed_and_value_has_its_unit() -> None:
    answer = answered({"kind": "seek", "figure": "kept", "goal": "1,200", "by": "tax"})
    assert (answer["goal"], answer["value"], answer["text"], answer["result"], answer["why"]) == (1_200.0, 0.2, "20%", 1_200.0, "")
    assert answered({"kind": "seek", "figure": "net", "goal": 1_234.56, "by": "price"})["text"] == "$17.3456"
    assert answered({"kind": "seek", "figure": "net", "goal": "2,000", "by": "units"})["value"] == 125


def test_a_goal_out_of_reach_says_how_far_the_figure_goes() -> None:
    answer = answered({"kind": "seek", "figure": "net", "goal": "-600", "by": "price"})
    assert (answer["value"], answer["text"], answer["reached"]) == (None, "", [-500.0, 99_500.0])
    assert "only goes from −$500 a year to $99,500 a year" in answer["why"]


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"goal": "lots"}, "goal", "not-a-number"),
        ({"goal": ""}, "goal", "required"),
        ({"goal": "30.000"}, "goal", "ambiguous"),
        ({"goal": float("nan")}, "goal", "not-finite"),
        ({"goal": None}, "goal", "not-a-number"),
        ({"figure": "boxes", "goal": "8.5"}, "goal", "not-whole"),
        ({"figure": "nett"}, "figure", "not-seekable"),
        ({"figure": "which"}, "figure", "not-seekable"),
        ({"by": "kind"}, "by", "not-seekable"),
        ({"by": "lines.7.amount"}, "by", "not-seekable"),
        ({"by": None}, "by", "not-seekable"),
        ({"by": ["price"]}, "by", "not-seekable"),
    ],
)
def test_invalid_goal_seek_is_refused_at_its_field(changes: dict[str, Any], field: str, code: str) -> None:
    ((where, why, words),) = refused({"kind": "seek", "figure": "net", "goal": "1", "by": "price", **changes})
    assert (where, why) == (field, code)
    assert words


def test_range_has_its_draws_and_percentiles() -> None:
    answer = answered({"kind": "range", "estimates": {"price": {"low": "18", "typical": "20", "high": "22"}}})
    assert answer["draws"] == DRAWS
    assert [answer[part] for part in ("p10", "p50", "p90")] == pytest.approx([1_398.65, 1_500.0, 1_601.35], abs=0.2)
    assert sum(count for _, _, count in answer["bins"]) == DRAWS
    assert answered({"kind": "range", "estimates": {"price": 20}})["p10"] == 1_500.0


def test_a_range_of_another_figure_than_the_headline() -> None:
    answer = answered({"kind": "range", "estimates": {"price": {"low": 18, "typical": 20, "high": 22}}, "figure": "twice.1"})
    assert (answer["label"], answer["p10"], answer["p90"]) == ("Line 2: Twice the amount", -4.0, -4.0)


@pytest.mark.parametrize(
    ("question", "field", "code"),
    [
        ({"estimates": {"price": {"low": "30", "typical": "20", "high": "22"}}}, "price.typical", "order"),
        ({"estimates": {"price": {"low": "18", "typical": "20", "high": "2"}}}, "price.high", "order"),
        ({"estimates": {"price": {"low": "", "typical": "20", "high": "22"}}}, "price.low", "required"),
        ({"estimates": {"price": {"low": "-1", "typical": "20", "high": "22"}}}, "price.low", "too-small"),
        ({"estimates": {"units": {"low": "1", "typical": "2.5", "high": "3"}}}, "units.typical", "not-whole"),
        ({"estimates": {"kind": {"low": "1", "typical": "2", "high": "3"}}}, "kind", "unknown-field"),
        ({"estimates": {"gift": {"low": "0", "typical": "5", "high": "25"}}}, "gift.high", "order"),
        ({"estimates": [1, 2, 3]}, "estimates", "not-an-object"),
        ({"estimates": {}, "figure": "nett"}, "figure", "unknown-figure"),
    ],
)
def test_invalid_range_is_refused_at_its_field(question: dict[str, Any], field: str, code: str) -> None:
    assert [(where, why) for where, why, _ in refused({"kind": "range", **question})] == [(field, code)]


def test_a_range_says_why_there_is_none() -> None:
    uncertain = {"units": {"low": "0", "typical": "1", "high": "2"}}
    lacking = answered({"kind": "range", "estimates": uncertain, "figure": "each_leaves"})
    assert lacking["draws"] == 0
    assert lacking["why"].endswith("of 2,000 simulated cases “Each unit leaves” has no value, so there is no range to show.")
    equalizer = next(entry for entry in CATALOGUE if entry.id == "equalizer")
    answer, _ = ask(equalizer, equalizer.inputs(), {"kind": "range"}, DAY)
    assert answer["why"] == "Nothing here is uncertain. Give a low, a typical and a high value for at least one number."


def test_a_comparison_names_marks_and_writes_what_differs() -> None:
    scenarios = [{"name": "Now", "inputs": TYPED}, {"name": "x" * 60, "inputs": {**TYPED, "cost": "100"}}, {"inputs": TYPED}]
    answer = answered({"kind": "compare", "scenarios": scenarios})
    assert answer["names"] == ["Now", "x" * 40, "Scenario 3"]
    (cost,) = answer["inputs"]
    assert cost["values"][1] == {"low": 100.0, "typical": 100.0, "high": 100.0}
    net = next(line for line in answer["figures"] if line["name"] == "net")
    assert (net["texts"], net["differs"]) == (["$1,500", "$1,900", "$1,500"], True)


@pytest.mark.parametrize(
    ("scenarios", "field", "code", "words"),
    [
        ([{"inputs": TYPED}] * 5, "scenarios", "too-many", "That is 5 scenarios, and at most 4 can be compared. Remove some."),
        ([], "scenarios", "too-few", "from 1 to 4"),
        ("all", "scenarios", "too-few", "a list"),
        (None, "scenarios", "too-few", "a list"),
        ([{"inputs": TYPED}, {"inputs": {"price": "dear"}}], "scenarios.1.price", "not-a-number", "You wrote “dear”"),
        ([{"inputs": {"price": "1", "gift": "2"}}], "scenarios.0.gift", "order", "not dearer"),
        ([{"inputs": [1]}], "scenarios.0", "not-an-object", "must be an object"),
        ([7, {"inputs": {"no": 1}}], "scenarios.1.no", "unknown-field", "no such field"),
    ],
)
def test_impossible_comparison_is_refused_with_a_reason(scenarios: Any, field: str, code: str, words: str) -> None:
    ((where, why, message),) = refused({"kind": "compare", "scenarios": scenarios})
    assert (where, why) == (field, code)
    assert words in message


@pytest.mark.parametrize("question", [None, 5, "sensitivity", [], {}, {"kind": "magic"}, {"kind": None}])
def test_unknown_question_is_refused_with_the_known_ones(question: Any) -> None:
    assert refused(question) == [("explore", "unknown-question", "Ask for sensitivity, seek, range or compare.")]


@pytest.mark.parametrize(
    ("field", "value", "eye", "exact"),
    [
        (Money(per="year"), 52_000.0, "$52,000 a year", "$52,000 a year"),
        (Money(per="month", currency=Currency("£"), dollars=True), -1_234.5, "−£1,235 a month", "−£1,234.50 a month"),
        (Money(currency=Currency("")), 17.3456, "17.35", "17.3456"),
        (Rate(per="year"), 0.03412345, "3.41% a year", "3.412345% a year"),
        (Hours(per="week"), 6.25, "6.3 hours a week", "6.25 hours a week"),
        (Number(unit="miles"), 12.0, "12 miles", "12 miles"),
        (Number(unit="sales", per="month"), 1.0, "1 sale a month", "1 sale a month"),
        (Money(), None, "no value", "no value"),
    ],
)
def test_amount_has_its_unit_rounded_or_exact(field: Number, value: float | None, eye: str, exact: str) -> None:
    assert amount(field, value) == eye
    assert amount(field, value, exact=True) == exact


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code = main(["run", *arguments, "--as-of", DAY.isoformat()])
    return code, json.loads(capsys.readouterr().out)


def test_the_command_line_asks_each_question(capsys: pytest.CaptureFixture[str], tmp_path: Any) -> None:
    code, answer = printed(capsys, "equalizer", "--sensitivity")
    assert code == 0
    assert answer["explore"]["swings"][0]["label"] == "Expected inflation"
    code, answer = printed(capsys, "equalizer", "--seek", "gap=0", "--by", "pay_growth")
    assert (code, answer["explore"]["text"]) == (0, "3.4% a year")
    code, answer = printed(capsys, "leverage-income", "--range")
    assert (code, answer["explore"]["draws"]) == (0, DRAWS)
    file = tmp_path / "asked.json"
    file.write_text('{"inputs": {"years": 1}, "estimates": {"inflation": {"low": 0.02, "typical": 0.03, "high": 0.04}}}', "utf-8")
    code, answer = printed(capsys, "equalizer", "--range", "--json", str(file))
    # one year, a raise of 2%: the gap is 52,000 × (inflation − 2%), and half the time inflation is below 3%
    assert (code, answer["explore"]["p50"]) == (0, pytest.approx(520.0, abs=1.0))


def test_command_line_exits_with_2_for_a_refused_question(capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = printed(capsys, "equalizer", "--seek", "gap=nothing", "--by", "pay")
    assert (code, answer["errors"][0]["field"]) == (2, "goal")
    code, answer = printed(capsys, "accelerator", "--seek", "months_with=12", "--by", "aim")
    assert (code, answer["errors"][0]["field"]) == (2, "by")
    assert "There are: leverage, " in answer["errors"][0]["message"]


def test_a_goal_without_an_input_to_turn_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["run", "equalizer", "--seek", "gap=0"])
    assert "--seek and --by go together" in capsys.readouterr().err
