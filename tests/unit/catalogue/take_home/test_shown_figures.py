"""What a reader of take-home pay sees: the questions that are open, the figures that are shown, and amounts without cents."""

from __future__ import annotations

import pytest

from calculators.catalogue.take_home import CALCULATOR
from calculators.engine.fields import Money, Text

# By country, what is not shown although it is a number: a limit that is looked up by filing status, a yes or no, a rate or a count that
# only some states use, and what is recomputed for the next hundred.
NOT_SHOWN = {
    "us": {
        *("children_under_12", "children_under_6", "other_claimed", "seniors", "standard_basic", "standard_extra", "top_bracket_start"),
        *("medicare_threshold", "loss_limit", "senior_threshold", "qbi_threshold", "qbi_range", "child_credit_threshold"),
        *("investment_tax_threshold", "high_income_threshold", "credit_guideline", "contribution_percent", "eitc_at_any_age"),
        *("eitc_open", "credit_open", "snap_counted", "cash_costs", "typed_rate", "tax_on_more", "benefits_on_more"),
    },
    "uk": {"tax_on_more", "benefits_on_more", "loan_on_more"},
    "ca": {"pension_base_rate", "tax_on_more", "benefits_on_more"},
    "au": {"tax_on_more", "benefits_on_more", "loan_on_more"},
    "elsewhere": {"tax_on_more", "benefits_on_more"},
}


@pytest.mark.parametrize("country", CALCULATOR.cases)
def test_every_number_is_shown_but_limits_and_helpers(country: str) -> None:
    figures = CALCULATOR.cases[country].figures
    assert {figure.name for figure in figures if figure.step and not isinstance(figure.unit, Text)} == NOT_SHOWN[country]
    assert all(figure.step for figure in figures if isinstance(figure.unit, Text) and not figure.table)


@pytest.mark.parametrize("country", ["us", "uk", "ca", "au"])
def test_amounts_are_shown_in_whole_dollars(country: str) -> None:
    """Limits that are looked up are whole already."""
    figures = CALCULATOR.cases[country].figures
    amounts = [figure for figure in figures if isinstance(figure.unit, Money) and figure.name not in NOT_SHOWN[country]]
    assert [figure.name for figure in amounts if not figure.unit.dollars] == []
    assert len(amounts) > 20


def test_questions_for_few_readers_are_folded() -> None:
    """Open are those of one country that everybody there is asked."""
    open_ones = {group.legend for group in CALCULATOR.groups if not group.folded}
    everybody = {"Where and when", "Job and gig", "Your household", "Your own rates"}
    assert open_ones == everybody | {"In the United Kingdom", "In Canada", "In Australia"}
