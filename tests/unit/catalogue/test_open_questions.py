"""What a form asks before any fold is opened: at most ten fields, in every calculator and every case."""

from datetime import date

import pytest

from calculators import CATALOGUE
from calculators.engine.calculator import Calculator
from calculators.engine.view.form import form_view
from calculators.engine.view.models import FormView

DAY = date(2026, 11, 29)
MOST_OPEN = 10
FORMS = [(calculator, case) for calculator in CATALOGUE for case in calculator.cases or ("",)]


def form_of(calculator: Calculator, case: str) -> FormView:
    inputs, errors = calculator.read({calculator.case: case} if case else {})
    assert inputs is not None, errors
    return form_view(calculator, inputs, DAY)


@pytest.mark.parametrize(("calculator", "case"), FORMS, ids=lambda value: getattr(value, "id", value))
def test_form_opens_with_at_most_ten_fields(calculator: Calculator, case: str) -> None:
    shown = [group for group in form_of(calculator, case).groups if not group.folded and not group.hidden]
    fields = [item.name for group in shown for item in group.items if item.kind == "rows" or not item.hidden]
    assert 0 < len(fields) <= MOST_OPEN, fields


@pytest.mark.parametrize(("calculator", "case"), FORMS, ids=lambda value: getattr(value, "id", value))
def test_question_above_folds_is_above_one_that_is_shown(calculator: Calculator, case: str) -> None:
    """The question is not part of its group, so it stays when the group is hidden."""
    assert not [group.legend for group in form_of(calculator, case).groups if group.question and group.hidden]


@pytest.mark.parametrize("calculator", ["take-home", "rate-to-charge"])
def test_questions_of_the_law_stand_in_plain_words(calculator: str) -> None:
    groups = next(each for each in CATALOGUE if each.id == calculator).groups
    assert "Do you get any of these?" in [group.legend for group in groups if group.folded]
    assert [group.question for group in groups if group.question] == ["Do any of these apply to you?"]
