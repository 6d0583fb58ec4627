"""Numbers as the prose writes them: durations in words, amounts in the household's currency, and published shares."""

from __future__ import annotations

import pytest

from calculators.engine.durations import spoken_months
from tests.content.book import build_day
from theme.mkdocs.macros import MacroError, Macros

MACROS = Macros(day=build_day(), edition="hosted")


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (0.5, "about 2 weeks"),
        (0.23, "about 1 week"),
        (1.49, "about 6 weeks"),
        (1.5, "about 2 months"),
        (18.6, "about 19 months"),
        (23.5, "about 2 years"),
        (26, "a little over 2 years"),
        (58.2, "nearly 5 years"),
        (42, "about 3½ years"),
    ],
)
def test_duration_is_written_as_people_say_it(months: float, words: str) -> None:
    assert spoken_months(months) == words


def test_amount_has_the_sign_of_its_currency() -> None:
    nia = MACROS.household("nia")
    taxed = MACROS.figure("take-home.kept_from_gig", whole=True, sign=nia.sign, **nia.take_home())
    assert taxed.startswith("£")
    assert MACROS.money(1360.4, "£") == "£1,360"
    assert MACROS.money(5.65, cents=True) == "$5.65"


def test_share_and_fee_are_percentages() -> None:
    assert MACROS.percent(0.1417) == "14%"
    assert MACROS.fee("preply-20") == "28%"


def test_unknown_household_and_platform_are_refused() -> None:
    with pytest.raises(MacroError, match="no household named nobody"):
        MACROS.household("nobody")
    with pytest.raises(MacroError, match=r"platforms.toml has no preply-1"):
        MACROS.fee("preply-1")


def test_parameter_with_several_values_is_read_by_key() -> None:
    assert MACROS.parameter("ca/payments.instalment_limit", "quebec") == "1,800"
    assert MACROS.parameter("vehicles.us_mileage_rate") == "76"


def test_chart_in_the_text_has_its_words_and_its_table() -> None:
    macros = Macros(day=build_day(), edition="hosted")
    macros.chart("take-home.next", **macros.household("dana").claiming)
    (embedded,) = macros.placeholders.unsearched[""]
    assert "earning more costs you money" in embedded
    assert embedded.count("<svg") == 2
    assert "<table" in embedded


def test_unknown_chart_is_refused() -> None:
    with pytest.raises(MacroError, match="take-home has no chart named nothing"):
        MACROS.chart("take-home.nothing")
