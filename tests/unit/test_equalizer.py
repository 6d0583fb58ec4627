"""The equalizer's boundaries, and the published prices that it reads: whole series, in order, as other sources have them."""

import json
from datetime import date
from typing import Any

import pytest

from calculators import bridge
from calculators.catalogue.equalizer import CALCULATOR
from calculators.catalogue.equalizer.inputs import AREAS
from calculators.catalogue.equalizer.published import FIRST_YEAR, GROUPS, LAST_YEAR, file_of, growth, last_group_year, series
from calculators.engine import parameters

DAY = date(2026, 11, 23)
PUBLISHED = [option.value for option in AREAS if option.value != "none"]
every_area = pytest.mark.parametrize("area", PUBLISHED)

SECOND_SOURCE = [
    # Bureau of Labor Statistics, CUUR0000SA0, means of twelve months in a copy that is not the file's source (agmo1993/aus-cpi on GitHub)
    ("us", "overall", 2023, 2024, 0.0295),
    # Office for National Statistics, L523 in the data of its personal inflation calculator, September 2026, means of twelve months
    ("uk", "food", 2022, 2023, 0.1457),
    ("uk", "food", 2024, 2025, 0.0420),
    # Statistics Canada 62-001-X, September 2009, table 8-1: changes of the yearly averages to 2008
    ("ca", "overall", 2007, 2008, 0.023),
    ("ca", "food", 2007, 2008, 0.035),
    ("ca", "housing", 2007, 2008, 0.044),
    ("ca", "household", 2007, 2008, 0.014),
    ("ca", "clothing", 2007, 2008, -0.020),
    ("ca", "transport", 2007, 2008, 0.020),
    ("ca", "health", 2007, 2008, 0.014),
    ("ca", "recreation", 2007, 2008, 0.004),
    # Australian Bureau of Statistics, series A2325846C in the workbook 640105 of June 2024, means of four quarters
    ("au", "overall", 2020, 2021, 0.0286),
    ("au", "overall", 2021, 2022, 0.0659),
    ("au", "overall", 2022, 2023, 0.0560),
    # Eurostat's printed yearly rates (not its index) in the test data of its R package hicp, February 2026
    ("euro", "overall", 2021, 2022, 0.084),
    ("euro", "overall", 2022, 2023, 0.054),
    ("euro", "overall", 2023, 2024, 0.024),
    ("euro", "overall", 2024, 2025, 0.021),
    ("euro", "food", 2024, 2025, 0.026),
]
UK_RATES = "0.8 1.2 1.3 1.4 1.3 2.1 2.3 2.3 3.6 2.2 3.3 4.5 2.8 2.6 1.5 0.0 0.7 2.7 2.5 1.8 0.9 2.6 9.1 7.3 2.5 3.4"
"""Office for National Statistics, CPI annual rate, series D7G7, 2000 to 2025, in percent (SussexUCU/USS on GitHub, April 2026)."""


def outcome(**changes: Any) -> Any:
    return CALCULATOR.outcome(CALCULATOR.inputs(**changes), DAY)


def notes_of(**changes: Any) -> list[str]:
    result = outcome(**changes)
    return [text for note in CALCULATOR.notes if (text := note(result))]


def answer(**inputs: Any) -> dict[str, Any]:
    return dict(json.loads(bridge.run(json.dumps({"calculator": "equalizer", "inputs": inputs, "as_of": DAY.isoformat()}))))


@every_area
def test_the_overall_index_runs_from_the_first_year_to_the_last_that_the_form_takes(area: str) -> None:
    assert list(series(area)["overall"]) == list(range(FIRST_YEAR, LAST_YEAR + 1))


@every_area
def test_every_series_has_each_year_once_in_order_and_a_positive_index(area: str) -> None:
    for name, years in series(area).items():
        assert list(years) == list(range(min(years), max(years) + 1)), name
        assert min(years.values()) > 0, name
        assert name == "overall" or name in GROUPS


@every_area
def test_no_year_moves_a_group_by_more_than_a_quarter(area: str) -> None:
    """A wrong base or a slipped digit shows as a jump; the largest true one is the British home in 2022, with gas and power."""
    for name, years in series(area).items():
        rates = {year: years[year] / years[year - 1] - 1 for year in years if year - 1 in years}
        assert all(-0.15 < rate < 0.25 for rate in rates.values()), (name, rates)


@every_area
def test_the_overall_rise_lies_among_those_of_its_groups(area: str) -> None:
    last = last_group_year(area)
    rises = [growth(area, name, last - 1, last) for name in series(area) if name != "overall"]
    assert min(rises) < growth(area, "overall", last - 1, last) < max(rises)


@pytest.mark.parametrize(("area", "group", "start", "end", "rate"), SECOND_SOURCE)
def test_a_rate_is_what_another_source_prints(area: str, group: str, start: int, end: int, rate: float) -> None:
    assert growth(area, group, start, end) - 1 == pytest.approx(rate, abs=0.0011)


def test_the_british_rates_are_those_that_the_office_prints() -> None:
    printed = dict(zip(range(2000, 2026), map(float, UK_RATES.split()), strict=True))
    for year in range(FIRST_YEAR + 1, LAST_YEAR + 1):
        assert (growth("uk", "overall", year - 1, year) - 1) * 100 == pytest.approx(printed[year], abs=0.11), year


def test_the_overall_us_index_agrees_with_the_yearly_rates_of_the_other_file() -> None:
    rates = {value["from"].year: value["value"] for value in parameters.load("prices")["us_cpi_annual"]["values"]}
    for year in range(FIRST_YEAR + 1, LAST_YEAR + 1):
        assert growth("us", "overall", year - 1, year) - 1 == pytest.approx(rates[year], abs=0.0006), year


def test_growth_over_a_span_is_the_growth_of_its_years_in_a_row() -> None:
    step = growth("ca", "food", 2015, 2020) * growth("ca", "food", 2020, 2025)
    assert growth("ca", "food", 2015, 2025) == pytest.approx(step)
    assert growth("ca", "food", 2015, 2015) == 1


@pytest.mark.parametrize("year", [FIRST_YEAR, LAST_YEAR - 1])
@every_area
def test_the_first_and_the_last_year_to_look_back_to_are_answered(area: str, year: int) -> None:
    result = outcome(area=area, from_year=year, pay_then=30_000.0, spend_food=500.0)
    assert result.value("years_back") == LAST_YEAR - year
    assert result.value("pay_match") == pytest.approx(30_000 * growth(area, "overall", year, LAST_YEAR))
    assert [row.year for row in result.value("levels")] == list(range(year, LAST_YEAR + 1))
    assert result.value("levels")[0].published == result.value("levels")[0].own == result.value("levels")[0].pay == 100


@pytest.mark.parametrize(("year", "code"), [("1999", "too-small"), ("2025", "too-large"), ("2015.5", "not-whole")])
def test_a_year_outside_of_the_series_is_refused_in_words_without_a_comma(year: str, code: str) -> None:
    error = answer(from_year=year)["errors"][0]
    assert (error["field"], error["code"]) == ("from_year", code)
    assert "from 2000 to 2024" in error["message"]


def test_an_empty_basket_is_left_out() -> None:
    result = outcome()
    assert [result.value(name) for name in ("own_year", "own_rise", "own_average", "dearer_month")] == [None] * 4
    assert result.value("share") == (0.0,) * len(GROUPS)
    assert {row.own for row in result.value("levels")} == {None}


@pytest.mark.parametrize("ahead", ["own_year", "own_average"])
def test_an_empty_basket_never_counts_ahead_and_says_so(ahead: str) -> None:
    assert outcome(ahead=ahead).value("pay_needed") == outcome().value("pay_needed")
    assert any("the basket is empty" in text for text in notes_of(ahead=ahead))
    assert any("no place with published prices" in text for text in notes_of(ahead=ahead, area="none", spend_food=1.0))


@pytest.mark.parametrize("group", GROUPS)
@every_area
def test_a_basket_of_one_group_rises_as_that_group(area: str, group: str) -> None:
    result = outcome(area=area, from_year=2016, **{f"spend_{group}": 750.0})
    last = last_group_year(area)
    assert result.value("own_year") == pytest.approx(growth(area, group, last - 1, last) - 1)
    assert result.value("own_rise") == pytest.approx(growth(area, group, 2016, LAST_YEAR) - 1)


@every_area
def test_a_basket_of_everything_else_rises_as_the_published_one(area: str) -> None:
    result = outcome(area=area, spend_other=20.0)
    assert result.value("own_year") == pytest.approx(result.value("published_year"))
    assert result.value("own_average") == pytest.approx(result.value("published_average"))


@every_area
def test_only_the_shares_of_a_basket_count_not_its_size(area: str) -> None:
    small = outcome(area=area, spend_food=3.0, spend_housing=7.0)
    large = outcome(area=area, spend_food=300.0, spend_housing=700.0)
    assert small.value("own_rise") == pytest.approx(large.value("own_rise"))
    assert large.value("dearer_month") == pytest.approx(1000 * large.value("own_year"))


def test_a_group_that_an_area_does_not_publish_counts_with_the_overall_index_and_is_named() -> None:
    assert "household" not in series("us")
    assert outcome(spend_household=10.0).value("own_rise") == pytest.approx(outcome().value("published_rise"))
    assert any(text.endswith("the overall index is used for: Household goods.") for text in notes_of(spend_household=10.0))
    assert not any("stands in" in text for text in notes_of(area="ca", spend_household=10.0))


def test_years_after_a_group_ends_count_with_the_overall_index() -> None:
    assert last_group_year("au") == 2023
    rest = growth("au", "overall", 2023, 2025)
    food = series("au")["food"]
    assert growth("au", "food", 2015, 2025) == pytest.approx(food[2023] / food[2015] * rest)


def test_without_a_place_nothing_is_looked_back_at() -> None:
    result = outcome(area="none", pay_then=40_000.0, spend_food=500.0)
    names = (
        "years_back",
        "published_rise",
        "published_year",
        "pay_match",
        "back_gap",
        "back_surplus",
        "back_power",
        "own_year",
        "own_rise",
    )
    assert [result.value(name) for name in names] == [None] * len(names)
    assert result.value("levels") == ()
    assert result.value("gap") == outcome().value("gap")


def test_the_own_basket_counts_ahead_only_when_it_is_asked_to() -> None:
    basket = {"area": "ca", "spend_housing": 1_500.0}
    assert outcome(**basket).value("pay_needed") == outcome().value("pay_needed")
    with_basket = outcome(**basket, ahead="own_year")
    assert with_basket.value("pay_needed") == pytest.approx(52_000 * (1 + with_basket.value("own_year")) ** 5)
    averaged = outcome(**basket, ahead="own_average")
    assert averaged.value("pay_needed") == pytest.approx(52_000 * (1 + averaged.value("own_average")) ** 5)
    assert averaged.value("path")[-1].needed == averaged.value("pay_needed")


def test_an_hour_that_leaves_nothing_closes_no_gap() -> None:
    assert outcome(hourly_net=0.0).value("hours_to_close") is None
    assert any("leaves you nothing" in text for text in notes_of(hourly_net=0.0))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"hourly_net": 0.4}, "but a week has only 168."),
        ({"idle_hours": 4.0}, "You entered 4."),
        ({"pay_growth": 0.05}, "above the 3.4%"),
        ({"inflation": -0.01}, "You expect prices to fall."),
        ({"pay_then": 40_000.0}, "a year short of that."),
        ({"pay_then": 30_000.0}, "a year above that."),
        ({"spend_food": 1.0}, "In 2025 your own basket rose by 2.8%, and the published one by 2.63%."),
        ({"spend_food": 1.0, "ahead": "own_year"}, "replaces the rate that you entered"),
    ],
)
def test_what_an_outcome_calls_for_is_said(changes: dict[str, Any], words: str) -> None:
    assert any(words in text for text in notes_of(**changes))


@pytest.mark.parametrize("hours", [6.49, 168.0])
def test_hours_enough_are_not_remarked_on(hours: float) -> None:
    noted = any("you would need" in text for text in notes_of(idle_hours=hours))
    assert noted == (hours < outcome().value("hours_to_close"))


def test_a_newer_year_that_should_be_out_is_asked_for() -> None:
    after = parameters.load(file_of("us"))["valid_through"].replace(year=2028)
    late = CALCULATOR.outcome(CALCULATOR.inputs(), after)
    assert any("A newer year should be available by now" in note(late) for note in CALCULATOR.notes)
    assert not any("should be available by now" in text for text in notes_of())
    assert [value.name for value in late.parameters if "consumer_prices" in value.name] == []


def test_the_overall_index_and_what_the_reader_buys_are_cited() -> None:
    names = [value.name for value in outcome(area="uk", spend_food=1.0, spend_other=1.0).parameters]
    assert names[-2:] == ["prices/uk_consumer_prices.overall", "prices/uk_consumer_prices.food"]
    assert not any("consumer_prices" in value.name for value in outcome(area="none", spend_food=1.0).parameters)
