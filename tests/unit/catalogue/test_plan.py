"""The plan: properties for any workbook, and its sentences."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue.accelerator import CALCULATOR as ACCELERATOR
from calculators.catalogue.accelerator.inputs import Debt
from calculators.catalogue.plan import CALCULATOR
from calculators.catalogue.plan.chain import PARTS
from calculators.catalogue.plan.charts import iso_after, paths_chart
from calculators.catalogue.plan.days import STARTS
from calculators.catalogue.plan.inputs import DAYS, Asset, Inputs, OwnStep, Use
from calculators.engine.fields import Estimate
from calculators.engine.view.charts import NARROW, WIDE
from calculators.engine.view.outcome import outcome_html
from calculators.shared.first_steps import ANY, first_steps

DAY = date(2026, 11, 23)
FULL = Inputs(
    own_hours=6.0,
    idle_assets=3,
    ways=9,
    net_month=500.0,
    tax_rate=0.25,
    goal=12_000.0,
    own=300.0,
    gap_month=300.0,
    buffer_missing=1_500.0,
    uses=(Use(name="Lodger", asset="Back room", net=4_800.0, hurdle="Your lease."), Use(name="Lessons", net=1_200.0, hours=3.0)),
    assets=(Asset(name="back Room", hurdle="permission: ask first"), Asset(name="Drill", hurdle="it needs some work")),
)


def steps_text(inputs: Inputs) -> str:
    return " ".join(step.step for step in CALCULATOR.outcome(inputs, DAY).value("days"))


def notes(inputs: Inputs) -> str:
    outcome = CALCULATOR.outcome(inputs, DAY)
    return " ".join(note(outcome) for note in CALCULATOR.notes)


@given(st.floats(-10_000, 10_000), st.floats(0, 0.9), st.floats(0, 1), st.floats(0, 100_000))
def test_every_dollar_kept_goes_to_one_place_only(net: float, tax: float, share: float, missing: float) -> None:
    outcome = CALCULATOR.outcome(replace(FULL, net_month=net, tax_rate=tax, to_goal=share, buffer_missing=missing), DAY)
    assert outcome.value("set_aside") + outcome.value("kept_month") == pytest.approx(net)
    assert outcome.value("to_goal_month") + outcome.value("to_buffer_month") == pytest.approx(max(0, outcome.value("kept_month")))
    assert min(outcome.value("to_goal_month"), outcome.value("to_buffer_month")) >= 0


@given(st.floats(1, 1e6), st.floats(0, 1e5), st.floats(0, 5_000), st.floats(-0.3, 0.3), st.floats(0, 5_000))
def test_the_goal_s_dates_are_the_accelerator_s(goal: float, start: float, own: float, growth: float, leverage: float) -> None:
    plan = CALCULATOR.outcome(Inputs(goal=goal, start=start, own=own, growth=growth, net_month=leverage), DAY)
    inputs = ACCELERATOR.inputs(
        goal=goal, start=start, own=own, growth=growth, prices="fixed", leverage=Estimate(leverage, leverage, leverage)
    )
    there = ACCELERATOR.outcome(inputs, DAY, ranges=False)
    assert (plan.value("months_without"), plan.value("months_with")) == (there.value("months_without"), there.value("months_with"))


def test_leverage_never_delays_a_goal() -> None:
    for net in (0.0, 10.0, 1_000.0):
        outcome = CALCULATOR.outcome(replace(FULL, net_month=net), DAY)
        assert outcome.value("months_saved") >= 0


def test_each_part_is_stated_or_missing_with_its_page() -> None:
    for inputs in (Inputs(), FULL, replace(FULL, tax_rate=0.0, goal=0.0)):
        outcome = CALCULATOR.outcome(inputs, DAY)
        lacking = {gap.part for gap in outcome.value("missing")}
        assert [link.part for link in outcome.value("chain")] == [part.label for part in PARTS]
        assert {link.part for link in outcome.value("chain") if link.says.startswith("Missing. ")} == lacking
        assert outcome.value("worked_out") == len(PARTS) - len(lacking)


def test_every_page_of_the_plan_is_an_existing_title() -> None:
    from calculators import CATALOGUE

    titles = {calculator.title for calculator in CATALOGUE} | {"Workbook", ""}
    for inputs in (Inputs(), FULL, replace(FULL, ready_cost=5.0)):
        outcome = CALCULATOR.outcome(inputs, DAY)
        assert {row.page for row in (*outcome.value("chain"), *outcome.value("missing"), *outcome.value("days"))} <= titles


def test_missing_parts_come_first_and_link_to_their_page() -> None:
    shown = outcome_html(CALCULATOR.outcome(replace(FULL, tax_rate=0.0, goal=0.0), DAY))
    sentence = shown[shown.index('class="ug-sentence"') :].partition("</p>")[0]
    links = '<a data-page="take-home">Take-home pay</a>, <a data-page="accelerator">The accelerator</a>'
    assert sentence.endswith(f"Still missing: {links}.")
    assert 'Start with the <a data-page="time-audit">time audit</a>' in outcome_html(CALCULATOR.outcome(Inputs(), DAY))
    assert "Still missing" not in outcome_html(CALCULATOR.outcome(FULL, DAY))
    # and once more in the row of the part, and of the step, that lacks it
    assert shown.count('data-page="accelerator"') >= 2


def test_every_title_leads_to_the_page_of_that_name() -> None:
    from calculators import find
    from calculators.catalogue.plan.pages import PAGES

    for title, name in PAGES:
        calculator = find(name)
        assert calculator.title == title if calculator else name == "workbook"


@pytest.mark.parametrize(("flag", "part"), [("tax_zero", "Your tax"), ("gap_zero", "Prices"), ("buffer_zero", "Your buffer")])
def test_zero_is_missing_until_marked_as_the_answer(flag: str, part: str) -> None:
    def lacking(**changes: Any) -> set[str]:
        return {gap.part for gap in CALCULATOR.outcome(Inputs(**changes), DAY).value("missing")}

    assert part in lacking()
    assert part not in lacking(**{flag: "nothing"})


def test_steps_are_in_order_within_ninety_days() -> None:
    """All steps, the reader's own included, are in order and within ninety days."""
    outcome = CALCULATOR.outcome(
        replace(FULL, start_day="2027-01-04", steps=(OwnStep(day=2, step="Call"), OwnStep(day=90, step="Rest"))), DAY
    )
    weeks = [step.week for step in outcome.value("days")]
    assert weeks == sorted(weeks)
    assert (weeks[0], weeks[-1]) == (1, (DAYS - 1) // 7 + 1)
    assert outcome.value("days")[0].when == "Monday, January 4, 2027"
    assert {"Call", "Rest"} <= {step.step for step in outcome.value("days")}


def test_obstacles_of_a_chosen_use_come_first() -> None:
    """Obstacles of the use's asset and of its gig come before the use itself."""
    assert "Settle this first for “Lodger”: permission: ask first; Your lease." in steps_text(FULL)
    assert "Drill" not in steps_text(FULL)
    assert "Settle this first for “Drill”: it needs some work." in steps_text(replace(FULL, uses=()))


def test_at_most_three_uses_begin_in_ninety_days() -> None:
    many = replace(FULL, uses=tuple(Use(name=f"Use {nth}") for nth in range(20)))
    assert sum("publish the next one" in step.step for step in CALCULATOR.outcome(many, DAY).value("days")) == len(STARTS) - 1
    assert "Use 2" in steps_text(many)
    assert "Use 3" not in steps_text(many)


def test_steps_fit_the_kinds_of_gigs_chosen() -> None:
    """Each kind's steps come once, named where there are several uses, and a gig of no kind has the general ones."""
    uses = (Use(name="Sofia’s piano", kind="teaching"), Use(name="Hatchback", kind="vehicle"), Use(name="Guitar", kind="teaching"))
    rows = CALCULATOR.outcome(replace(FULL, uses=uses), DAY).value("days")
    teaching, vehicle = first_steps()["teaching"], first_steps()["vehicle"]
    assert [row.when for row in rows if row.step == f"For “Sofia’s piano”: {teaching.insure}"] == ["Day 5"]
    assert [row.when for row in rows if row.step == f"For “Hatchback”: {vehicle.insure}"] == ["Day 26"]
    assert [row.when for row in rows if row.step.endswith(f": Hatchback. {vehicle.customer}")] == ["Day 35"]
    assert sum(row.step.endswith(teaching.insure) for row in rows) == 1
    assert sum(row.step.endswith(teaching.customer) for row in rows) == 1
    for inputs in (Inputs(), replace(FULL, uses=(Use(name="Juggling"),))):
        steps = [row.step for row in CALCULATOR.outcome(inputs, DAY).value("days")]
        assert {first_steps()[ANY].ask, first_steps()[ANY].records} <= set(steps)


def test_answer_states_the_stop_rule_with_number_and_date() -> None:
    shown = outcome_html(CALCULATOR.outcome(replace(FULL, start_day="2027-01-04"), DAY))
    sentence = shown[shown.index('class="ug-sentence"') :].partition("</p>")[0]
    assert "On Saturday, April 3, 2027, stop any use that is on course for less than 50% of what you planned: $250 a month" in sentence
    assert "stop any use" not in outcome_html(CALCULATOR.outcome(Inputs(), DAY)).partition("ug-headline")[0]


def test_year_is_written_first_and_where_it_changes() -> None:
    rows = CALCULATOR.outcome(replace(FULL, start_day="2027-12-20"), DAY).value("days")
    assert [row.when for row in rows if re.search(r"\d{4}", row.when)] == ["Monday, December 20, 2027", "Sunday, January 2, 2028"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Move 25% of what is left of each payment there"),
        ({"tax_rate": 0.0}, "find out your rate"),
        ({"tax_rate": 0.0, "tax_zero": "nothing"}, "You set nothing aside for tax"),
        ({}, "50% to your goal and 50% to your buffer"),
        ({"buffer_missing": 0.0}, "100% to your goal."),
        ({}, "By the month: Lodger, $200; Lessons, $50."),
        ({}, "On day 90, stop any use that is on course for less than 50% of what you planned: $250 a month instead of $500"),
        ({"start_day": "2027-01-04"}, "On Saturday, April 3, 2027, stop any use"),
        ({"net_month": 0.0}, "On day 90, stop any use that is on course for nothing."),
        ({"ready_cost": 150.0}, "would cost $150."),
        ({}, "Save your workbook"),
        ({"goal": 0.0}, "Work out what is still missing: your goal."),
    ],
)
def test_steps_agree_with_the_figures(changes: dict[str, Any], words: str) -> None:
    assert words in steps_text(replace(FULL, **changes))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"net_month": -80.0}, "your uses cost $80 a month more than they bring"),
        ({"start_day": "2027-01-04"}, "instead of May 2030"),
        ({"own": 0.0}, "Without leverage your goal is not reached within a hundred years"),
        ({"own": 0.0, "net_month": 0.0}, "Even with leverage your goal is not reached"),
        ({"tax_rate": 0.0}, "No tax is counted yet"),
        ({"own_hours": 2.0}, "take 3 hours a week, but you have 2"),
        ({}, "can't go toward your goal too"),
        ({"to_goal": 1.0}, "the buffer stays short"),
        ({}, "Once the buffer is full, after 8 months"),
        ({"goal": 1_500.0}, "Your goal is the buffer itself"),
    ],
)
def test_each_state_has_its_sentence(changes: dict[str, Any], words: str) -> None:
    assert words in notes(replace(FULL, **changes))


def test_day_is_read_without_invisible_characters() -> None:
    inputs, errors = CALCULATOR.read({"start_day": "\u200e2027-01-04\u200f"})
    assert inputs is not None, errors
    assert inputs.start_day == "2027-01-04"


@pytest.mark.parametrize(
    "text", ["tomorrow", "4.1.2027", "2027-1-4", "2027-13-01", "20270104", "2027-W01-1", "1999-12-31", "2101-01-01", "२०२७-०१-०४"]
)
def test_invalid_day_is_refused_with_input_and_accepted_form(text: str) -> None:
    inputs, errors = CALCULATOR.read({"start_day": text})
    assert inputs is None
    assert [(error.field, error.code) for error in errors] == [("start_day", "not-a-date")]
    assert text in errors[0].message
    assert "2027-01-04" in errors[0].message


@pytest.mark.parametrize(
    "inputs",
    [
        FULL,
        replace(FULL, own=0.0, net_month=0.0),
        Inputs(goal=100.0, start=500.0),
        Inputs(aim="debts", debts=(Debt(),)),
        Inputs(aim="debts", debts=(Debt(name="Card", balance=4_200.0, rate=0.2, payment=90.0),), net_month=100.0),
        Inputs(aim="debts", debts=(Debt(name="Shark", balance=4_200.0, rate=2.0, payment=9.0),)),
        Inputs(goal=1e9, own=1.0, growth=-0.8, start_day="2100-12-31"),
    ],
)
def test_picture_and_table_can_be_drawn_for_any_outcome(inputs: Inputs) -> None:
    outcome = CALCULATOR.outcome(inputs, DAY)
    table = paths_chart.table(outcome)
    assert 1 <= len(table.rows) <= 25
    for size in (WIDE, NARROW):
        assert paths_chart.draw(outcome, size)["width"] == size.width
    assert table.rows[0][0] == ("December 2100" if inputs.start_day else "November 2026")


def test_without_a_goal_there_is_neither_picture_nor_table() -> None:
    for inputs in (Inputs(), Inputs(aim="debts")):
        outcome = CALCULATOR.outcome(inputs, DAY)
        assert paths_chart.table(outcome).rows == []
        assert paths_chart.draw(outcome, WIDE)["data"] == {"values": []}
        (chart,) = re.findall(r'<figure class="ug-chart".*?</figure>', outcome_html(outcome), re.DOTALL)
        assert "data-empty" in chart
        assert "no paths to draw" in chart
    assert "data-empty" not in outcome_html(CALCULATOR.outcome(FULL, DAY))


def test_parts_of_a_month_are_days() -> None:
    assert iso_after(date(2026, 11, 30), 3.5) == "2027-03-15"
