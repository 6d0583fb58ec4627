"""One life a household: each chapter uses the same numbers, and what one calculator leaves is what the next one starts from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from calculators import find
from calculators.engine import parameters
from calculators.workbook.document import linked
from tests.content.book import CHAPTERS, Shown, build_day, read, worked
from theme.mkdocs.households import FOLDER, Household, households, number, outcome

DAY = build_day()
HOMES = households(DAY)
CENT = 0.011
BLOCKS = {
    "income-mix": ("income_mix",),
    "time-audit": ("time_audit",),
    "inventory": ("inventory",),
    "platform-fees": ("platform_fees",),
    "net-hourly": ("net_hourly",),
    "accelerator": ("accelerator",),
    "equalizer": ("equalizer", "look_back", "fixed_pension"),
    "gig-mix": ("gig_mix",),
    "buffer": ("buffer",),
    "rate-to-charge": ("rate_to_charge",),
    "break-even": ("break_even",),
    "plan": ("plan",),
}
"""The parts of a household that a chapter may show with each calculator, besides leverage income and take-home pay."""
VARIED = frozenset(
    {"years", "inflation", "pay_growth", "billable", "together", "utilization", "leverage", "now", "deduct", "state", "local_rate"}
)
"""Fields that a chapter may change, to ask what would happen if…"""


def computed(name: str, figure: str, inputs: Mapping[str, Any]) -> float:
    return number(outcome(name, inputs, DAY), figure)


def uses_of(home: Household) -> Iterator[tuple[str, ...]]:
    yield ()
    yield from ((name,) for name in home.facts["uses"])


def blocks(home: Household, calculator: str) -> Iterator[dict[str, Any]]:
    """Yield the inputs of a calculator that a household has."""
    if calculator == "leverage-income":
        yield from (home.leverage(*names, guess=guess) for names in uses_of(home) for guess in ("low", "typical", "high"))
    if calculator == "take-home":
        yield home.take_home()
        if "drive" in home.facts["plan"]:
            yield home.logged
        if "claim" in home.facts:
            yield home.claiming
    for part in BLOCKS.get(calculator, ()):
        try:
            yield getattr(home, part)
        except KeyError:
            continue  # the household has no such part


def is_of(shown: Shown, home: Household) -> bool:
    """Return whether a worked number's inputs are a household's, apart from fields that a chapter may change."""
    calculator = shown.path.partition(".")[0]
    for block in blocks(home, calculator):
        if block.keys() == shown.inputs.keys() and {name for name in block if block[name] != shown.inputs[name]} <= VARIED:
            return True
    return False


def is_question(shown: Shown) -> bool:
    """Return whether the inputs are nobody's: the jar and the lamp of chapter 5, and the renter's basket of chapter 8."""
    offers = shown.inputs.get("offers", [{}])
    return offers[0].get("name") == "Ten and one" or "spend_housing" in shown.inputs


def of_no_household(name: str) -> list[str]:
    """Return the worked numbers of a page that belong to no household."""
    of_somebody = [shown for shown in worked(name)[1] if not is_question(shown)]
    return [f"{shown.path} {shown.inputs}" for shown in of_somebody if not any(is_of(shown, home) for home in HOMES.values())]


@pytest.mark.parametrize("name", CHAPTERS)
def test_worked_numbers_are_those_of_a_household(name: str) -> None:
    assert of_no_household(name) == []


def test_changed_input_belongs_to_no_household() -> None:
    inputs = {**HOMES["dana"].accelerator, "extra": 46}
    shown = Shown("accelerator.months_with", whole=False, row=None, at="", inputs=inputs)
    assert not any(is_of(shown, home) for home in HOMES.values())


@pytest.mark.parametrize("name", CHAPTERS)
def test_no_chapter_declares_a_household_of_its_own(name: str) -> None:
    """A chapter's literal inputs are those of questions, with a handful of fields."""
    literals = re.findall(r"\{%\s*set \w+ = \{(.*?)\}\s*%\}", read(name), re.DOTALL)
    assert [text for text in literals if text.count(":") > 4] == []


@pytest.mark.parametrize("home", HOMES.values(), ids=HOMES)
def test_tax_is_on_what_the_uses_leave(home: Household) -> None:
    """What chapter 4 leaves before tax is what chapter 6 taxes."""
    taxed = home.take_home()
    costs = taxed["expenses"] + taxed.get("vehicle_costs", 0) + taxed.get("au_car_costs", 0)
    assert taxed["gross_receipts"] - costs == pytest.approx(number(home.planned, "net_year"), abs=2 * CENT)


@pytest.mark.parametrize("home", HOMES.values(), ids=HOMES)
def test_goal_gets_what_tax_leaves(home: Household) -> None:
    """What chapter 6 leaves is what chapter 7 saves, less what the household's uses bring in already."""
    kept = computed("take-home", "kept_from_gig", home.take_home())
    month = home.accelerator["leverage"]["typical"]
    assert month * 12 == pytest.approx((kept - home.kept_now) * home.facts["goal"]["share"], abs=12 * CENT)
    assert home.accelerator["leverage"]["low"] <= month <= home.accelerator["leverage"]["high"]


@pytest.mark.parametrize("home", HOMES.values(), ids=HOMES)
def test_household_spends_and_saves_no_more_than_it_has(home: Household) -> None:
    """Chapter 7's present saving fits into what chapter 1 leaves, and no share of the gig is promised twice."""
    goal = home.facts["goal"]
    assert 0 <= home.accelerator.get("own", goal.get("extra", 0)) <= home.spare
    assert goal["share"] + goal.get("buffer_share", 0) <= 1


@pytest.mark.parametrize("home", HOMES.values(), ids=HOMES)
def test_week_is_whole_and_every_idle_asset_is_listed(home: Household) -> None:
    """Chapter 3's week has its 168 hours, and what chapter 4 uses is what chapter 3 lists."""
    assert number(home.week, "hours_used") + number(home.week, "unaccounted") == pytest.approx(168)
    assert computed("inventory", "idle_assets", home.inventory) == len(home.inventory["assets"]) > 0
    listed = {asset["name"] for asset in home.inventory["assets"]}
    assert {home.pair(name).get("asset", "") for name in home.facts["uses"]} - {""} <= listed


@pytest.mark.parametrize("home", HOMES.values(), ids=HOMES)
def test_uses_fit_into_the_idle_hours(home: Household) -> None:
    assert number(home.planned, "own_hours_year") / 52 <= home.own_hours


@pytest.mark.parametrize("home", HOMES.values(), ids=HOMES)
def test_payouts_are_shared_out_completely(home: Household) -> None:
    """Of each payout, the shares for tax, costs and the household make a whole, and the last one is what chapter 6 says is kept."""
    shares = home.set_aside
    paid = number(home.planned, "gross_year") - number(home.planned, "fees_year")
    assert sum(shares.values()) == pytest.approx(1)
    assert shares["tax"] * paid == pytest.approx(computed("take-home", "extra_tax", home.take_home()), abs=CENT)
    assert shares["own"] * paid == pytest.approx(number(home.planned, "net_year") - shares["tax"] * paid, abs=CENT)


def workbook(home: Household) -> dict[str, Any]:
    """The workbook of a reader who typed the household's numbers into leverage income, take-home pay and the accelerator."""
    pages = {"leverage-income": home.leverage(), "take-home": home.take_home(), "accelerator": home.accelerator}
    return {name: {"inputs": inputs} for name, inputs in pages.items()}


@pytest.mark.parametrize("home", HOMES.values(), ids=HOMES)
def test_plan_starts_from_the_same_numbers(home: Household) -> None:
    """Chapter 11's calculator, filled from the workbook, starts from what chapters 4, 6 and 7 say."""
    plan = find("plan")
    assert plan is not None
    filled = {name: entry["value"] for name, entry in linked(plan, workbook(home), DAY).items()}
    assert float(filled["net_month"]) == pytest.approx(number(home.planned, "net_month"), abs=CENT)
    assert float(filled["tax_rate"]) / 100 == pytest.approx(max(0.0, home.next_rate), abs=1e-4)
    assert home.plan["net_month"] == pytest.approx(float(filled["net_month"]), abs=CENT)
    assert home.plan["tax_rate"] == pytest.approx(float(filled["tax_rate"]) / 100, abs=1e-4)
    assert filled["aim"] == home.accelerator["aim"]
    assert float(filled["own"]) == pytest.approx(home.accelerator.get("own", home.accelerator.get("extra", 0)))
    assert len(filled["uses"]) == len(home.facts["plan"])


def test_nias_poor_month_is_just_above_her_stop_line() -> None:
    """Chapter 11 ends on a month of her low guess, which leaves a little more than the line."""
    nia = HOMES["nia"]
    poor = computed("leverage-income", "net_month", nia.leverage(guess="low"))
    stop = computed("plan", "stop_below", nia.plan)
    assert stop < poor < 1.1 * stop


def test_benefits_shrink_in_the_three_shapes_of_chapter_6() -> None:
    """Dana would be poorer than without the gig, Nia would keep a part, and Linh would lose nothing."""
    dana, nia, linh = (HOMES[name] for name in ("dana", "nia", "linh"))
    assert computed("take-home", "kept_from_gig", dana.claiming) < 0
    assert 0 < computed("take-home", "kept_from_gig", nia.claiming) < computed("take-home", "kept_from_gig", nia.take_home())
    assert computed("take-home", "benefits_lost", linh.claiming) == 0


def test_danas_driving_pays_the_same_in_chapters_4_and_6() -> None:
    """A week of driving leaves as much an hour as a year of it, apart from the slow start and its cost."""
    dana = HOMES["dana"]
    drive = dana.leverage("drive")
    drive["pairs"][0] |= {"ramp_up": 0, "start_cost": 0}
    drive["own_hours"] = 20
    assert computed("net-hourly", "net_hour", dana.net_hourly) == pytest.approx(
        computed("leverage-income", "net_per_hour", drive), abs=0.05
    )


def test_danas_gig_closes_the_gap_with_what_her_cards_get() -> None:
    """Chapters 7 and 8 count the same month after tax, and the pay in chapter 8 is what chapter 1 says that she lives on."""
    dana = HOMES["dana"]
    month = computed("equalizer", "leverage_month", dana.equalizer)
    assert month == pytest.approx(dana.accelerator["leverage"]["typical"], abs=0.5)
    assert dana.equalizer["pay"] == round(dana.income_mix["streams"][0]["amount"] * 12)


def test_home_page_slider_starts_from_danas_pay_and_raise() -> None:
    equalizer = find("equalizer")
    assert equalizer is not None
    start, work = equalizer.inputs(), HOMES["dana"].facts["work"]
    assert (start.pay, start.pay_growth, start.inflation) == (work["pay"], work["pay_raise"], work["prices_rise"])
    said = f"${start.pay:,.0f} a year, your pay goes up by {start.pay_growth:.0%} a year and your prices by {start.inflation:.1%}"
    assert said in read("index.md")
    assert (start.idle_hours, start.hourly_net) == (4, 12)


def test_odette_counts_her_hour_as_her_chairs_pay_it() -> None:
    comeaus = HOMES["comeaus"]
    hour = computed("leverage-income", "net_per_hour", comeaus.leverage("chairs"))
    assert comeaus.facts["machine"]["hour"] == pytest.approx(hour, rel=0.1)
    assert comeaus.facts["fixed_pension"]["pay"] == comeaus.facts["tax"]["ca_pension"]


def test_comeaus_pensions_are_what_they_are_taxed_on() -> None:
    facts = HOMES["comeaus"].facts
    for owner, tax in (("odette", facts["tax"]), ("len", facts["spouse_tax"])):
        assert sum(pension.get(owner, 0) for pension in facts["pensions"]) == tax["other_income"]
    assert (facts["tax"]["ca_spouse_income"], facts["spouse_tax"]["ca_spouse_income"]) == (
        facts["spouse_tax"]["other_income"],
        facts["tax"]["other_income"],
    )


def test_arjuns_months_and_hours_are_those_of_his_lessons() -> None:
    """His months add up to chapter 4's year, the mix uses its pay an hour, and chapter 10 its share of hours sold."""
    arjun = HOMES["arjun"]
    assert sum(map(float, arjun.buffer["past"].split())) == pytest.approx(number(arjun.planned, "net_year"), abs=1)
    assert arjun.gig_mix["gigs"][0]["pay"] == pytest.approx(number(arjun.planned, "net_per_hour"), abs=CENT)
    lessons = arjun.pair("lessons")
    sold = lessons["units"] * lessons["utilization"]["typical"]
    assert arjun.platform_fees["sales"] == sold
    assert arjun.rate_to_charge["billable"] == pytest.approx(
        sold / (sold * lessons["hours_sold"] + lessons["units"] * lessons["hours_offered"]), abs=0.01
    )


def test_buffer_carries_the_worst_spell_of_the_past() -> None:
    arjun = HOMES["arjun"]
    assert computed("buffer", "buffer", arjun.buffer) >= computed("buffer", "worst_run", arjun.buffer)


def cited() -> Iterator[Any]:
    for name, home in HOMES.items():
        for near in home.facts["near"]:
            yield pytest.param(home, near, id=f"{name}-{near['amount']}")


@pytest.mark.parametrize(("home", "near"), list(cited()))
def test_amount_is_near_a_cited_figure(home: Household, near: dict[str, Any]) -> None:
    value: Any = home.facts
    for step in near["amount"].split("."):
        value = value[step]
    assert near["low"] <= value <= near["high"]
    assert near["source"] in parameters.sources()


def test_every_taxed_country_has_a_household() -> None:
    assert {home.facts["country"] for home in HOMES.values()} == {"us", "uk", "ca", "au", "elsewhere"}


def test_household_files_hold_no_computed_number() -> None:
    """What tax and the uses come to is computed: the files have none of it."""
    results = {round(number(home.year, name), 2) for home in HOMES.values() for name in ("extra_tax", "kept_from_gig", "net_profit")} - {
        0.0
    }
    files = " ".join(path.read_text("utf-8").replace("_", "") for path in FOLDER.glob("*.toml"))
    assert [value for value in results if re.search(rf"\b{value:.2f}\b", files)] == []
    assert all(tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml"))
