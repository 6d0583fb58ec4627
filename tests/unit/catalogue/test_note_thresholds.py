"""Notes of outcomes: each says what it should just beyond its condition, and nothing just short of it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from calculators import find
from calculators.catalogue import accelerator, break_even, buffer, gig_mix, income_mix, net_hourly, plan

DAY = date(2026, 11, 23)


def notes(name: str, **typed: Any) -> list[str]:
    """The warnings and notes of an outcome, as far as they apply."""
    calculator = find(name)
    assert calculator is not None
    inputs, errors = calculator.read(typed)
    assert inputs is not None, errors
    outcome = calculator.outcome(inputs, DAY)
    return [text for note in (*outcome.calculator.warnings, *outcome.calculator.notes) if (text := note(outcome))]


CARD = {"name": "Card", "balance": "1,200", "rate": "12", "payment": "200"}
"""Interest of 1% a month: 12 in the first."""
BUY = {"price": "1,200", "life": "12", "drop": "0", "resale": "0", "loan": "0", "unit_price": "10", "units": "10", "unit_cost": "0"} | {
    "utilization": {"low": "100", "typical": "100", "high": "100"},
    "fee": "0",
    "fixed": "0",
    "stop": "0",
}
"""Ten units at 10 a month: 100 a month for 12 months, so it just earns its price."""
MONTHS = "100 200 300 100 200 300 100 200 300 100 200 300"
GIG = {"name": "Lessons", "pay": "20", "good": "5", "later": "10", "most": "10", "swing": "30"}
OTHER = {"name": "Walks", "pay": "12", "good": "5", "later": "6", "most": "10", "swing": "30"}
HOURS = {"morning": "20", "afternoon": "0", "evening": "0", "night": "0", "most": "20", "least_pay": "10"}
IDLE = {"paid_hours": "0", "waiting_hours": "0", "travel_hours": "0", "admin_hours": "0"}
NO_CAR = {"gross": {"low": "10", "typical": "10", "high": "10"}, "paid_miles": "0", "empty_miles": "0", "energy_price": "3"} | {
    "tips": "0",
    "other_costs": "0",
    "distance": "10",
    "wear": "0",
    "lost_value": "0",
    "insurance": "0",
}
"""A week that brings in 10, and a car that takes fuel for 0.30 a mile."""

AT_THE_EDGE: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    # the accelerator
    (
        "accelerator",  # 1,200 × 12% ÷ 12 = 12
        {"aim": "debts", "debts": [{**CARD, "payment": "11.99"}, CARD]},
        {"aim": "debts", "debts": [{**CARD, "payment": "12"}, CARD]},
        "The payment is less than the interest, so the debt grows as you pay: Card.",
    ),
    (
        "accelerator",
        {"aim": "debts", "debts": [{**CARD, "name": "", "balance": "0"}, CARD]},
        {"aim": "debts", "debts": [{**CARD, "name": "", "balance": "0", "payment": "0"}, CARD]},
        "Nothing is owed on a debt, so that payment is not counted.",
    ),
    ("accelerator", {"start": "20,000"}, {"start": "19,999"}, "You already have enough, so the goal is reached today."),
    (
        "accelerator",
        {"aim": "debts", "debts": [{**CARD, "balance": "0"}]},
        {"aim": "debts", "debts": [CARD]},
        "You owe nothing, so these debts are paid off.",
    ),
    ("accelerator", {"growth": "-1", "prices": "fixed"}, {"growth": "0", "prices": "fixed"}, "your savings shrink"),
    ("accelerator", {"growth": "4", "inflation": "3"}, {"growth": "4", "inflation": "3", "prices": "fixed"}, "means that the goal rises"),
    ("accelerator", {"goal": "20,000", "start": "19,999"}, {"goal": "20,000", "start": "20,000"}, "means that the goal rises"),
    # break-even
    ("break-even", {**BUY, "fee": "0", "unit_price": "10"}, {**BUY, "fixed": "1"}, "Neither a fee nor a running cost is counted"),
    ("break-even", BUY, {**BUY, "unit_cost": "0.01"}, "Neither a fee nor a running cost is counted"),
    ("break-even", BUY, {**BUY, "fee": "1"}, "Neither a fee nor a running cost is counted"),
    ("break-even", BUY, {**BUY, "unit_price": "0"}, "Neither a fee nor a running cost is counted"),
    ("break-even", {**BUY, "unit_cost": "10"}, {**BUY, "unit_cost": "9.99"}, "A unit sold leaves you nothing"),
    ("break-even", {**BUY, "fixed": "100"}, {**BUY, "fixed": "99.99"}, "don't even cover the fixed costs"),
    ("break-even", {**BUY, "price": "1,201"}, BUY, "It doesn't earn back its price during its life."),
    ("break-even", {**BUY, "price": "1,201"}, BUY, "Even if every unit found a buyer, it wouldn't break even"),  # 1,201 ÷ 1,200 > 1
    ("break-even", BUY, {**BUY, "resale": "1,200"}, "Your usual month sells 100% of the units: above the 100% that break even."),
    (
        "break-even",  # worth 600 on the first day, 550 after a month in which it brought 100: 1,200 − 550 − 100
        {**BUY, "drop": "50", "stop": "1"},
        {**BUY, "drop": "50"},
        "If you stop after 1 month and sell it, you lose $550.",
    ),
    (
        "break-even",  # after the first month, 100 has come in, and it is still worth 1,200
        {**BUY, "stop": "1", "resale": "1,200"},
        {**BUY, "resale": "1,200"},
        "If you stop after 1 month and sell it, you are $100 ahead.",
    ),
    (
        "break-even",  # 600 ÷ 6 = 100 a month, which is what comes in; 600 ÷ 5 = 120
        {**BUY, "loan": "600", "loan_rate": "0", "loan_months": "5"},
        {**BUY, "loan": "600", "loan_rate": "0", "loan_months": "6"},
        "While the loan lasts, its payment is $20 a month more than it earns",
    ),
    (
        "break-even",  # 1,300 ÷ 13 = 100 is left after the 12 months of its life
        {**BUY, "price": "1,300", "loan": "1,300", "loan_rate": "0", "loan_months": "13"},
        {**BUY, "price": "1,300", "loan": "1,300", "loan_rate": "0", "loan_months": "12"},
        "At the end you still owe $100, which is paid off here",
    ),
    # the buffer: an average month brings 200
    ("buffer", {"past": MONTHS, "steady": "0", "spending": "201"}, {"past": MONTHS, "steady": "0", "spending": "200"}, "you spend $1 more"),
    ("buffer", {"past": MONTHS[4:]}, {"past": MONTHS}, "11 months don't show a whole year's ups and downs."),
    ("buffer", {"save": "0"}, {"save": "1"}, "the buffer is never built"),
    ("buffer", {"past": "0 0 0"}, {"past": "0 0 1"}, "All of these months are without income"),
    (
        "buffer",
        {"past": MONTHS, "steady": "0", "spending": "100"},
        {"past": MONTHS, "steady": "0", "spending": "101"},
        "You wouldn't have needed a buffer in any of the simulated years",
    ),
    (
        "buffer",  # each year falls short by 12 × 100
        {"past": "100 100 100", "steady": "0", "spending": "200", "have": "1,200"},
        {"past": "100 100 100", "steady": "0", "spending": "200", "have": "1,199"},
        "Your savings are enough.",
    ),
    (
        "buffer",  # six weeks of 100 × 12 ÷ 52 are 138.46, and a year's need is 1,200: 0.1 times
        {"past": "100 100 100", "steady": "0", "spending": "200"},
        {"past": "100 100 100", "steady": "0", "spending": "100"},
        "The rule of thumb of six weeks' income would be $138, 0.1 times your buffer.",
    ),
    # the equalizer
    ("equalizer", {"pay_growth": "3.1", "inflation": "3"}, {"pay_growth": "3", "inflation": "3"}, "Your raise of 3.1% is above the 3%"),
    ("equalizer", {"pay_growth": "3.1", "inflation": "3"}, {"pay_growth": "3.1", "inflation": "3", "pay": "0"}, "Your raise of 3.1%"),
    ("equalizer", {"inflation": "-0.1%"}, {"inflation": "0"}, "You expect prices to fall."),
    ("equalizer", {"hourly_net": "0"}, {"hourly_net": "1"}, "If an hour leaves you nothing, no number of hours closes the gap."),
    (
        "equalizer",  # in a year 52,000 has to be 53,040, and 1,040 ÷ 52 = 20 an hour a week
        {"pay": "52,000", "pay_growth": "0", "inflation": "2", "years": "1", "hourly_net": "2", "idle_hours": "9.99"},
        {"pay": "52,000", "pay_growth": "0", "inflation": "2", "years": "1", "hourly_net": "2", "idle_hours": "10"},
        "To close the gap you would need 10 hours a week. You entered 10.",
    ),
    (
        "equalizer",  # 53,040 − 52,000 = 1,040 a year ÷ 52 ÷ 0.119 = 168.07 hours
        {"pay": "52,000", "pay_growth": "0", "inflation": "2", "years": "1", "hourly_net": "0.119", "idle_hours": "168"},
        {"pay": "52,000", "pay_growth": "0", "inflation": "2", "years": "1", "hourly_net": "0.12", "idle_hours": "168"},
        "To close the gap you would need 168.1 hours a week, but a week has only 168.",
    ),
    # the gig mix
    (
        "gig-mix",
        {**HOURS, "gigs": [{**GIG, "pay": "9.99", "later": "0"}]},
        {**HOURS, "gigs": [GIG]},
        "None of your gigs leaves $10 an hour",
    ),
    ("gig-mix", {**HOURS, "most": "0", "gigs": [GIG]}, {**HOURS, "most": "1", "gigs": [GIG]}, "You have no open hours"),
    (
        "gig-mix",
        {**HOURS, "gigs": [{**GIG, "pay": "0", "later": "0"}]},
        {**HOURS, "gigs": [{**GIG, "pay": "0", "later": "0"}, {**OTHER, "pay": "1", "later": "0"}]},
        "None of your gigs has any pay yet.",
    ),
    ("gig-mix", {**HOURS, "gigs": [GIG]}, {**HOURS, "most": "9", "gigs": [GIG]}, "Another hour would add nothing"),
    (
        "gig-mix",  # nine of ten hours: the tenth pays 10, whenever it is
        {**HOURS, "most": "9", "gigs": [GIG]},
        {**HOURS, "morning": "9", "gigs": [{**GIG, "when": ["morning"]}]},
        "Another hour would be worth the most at any time of the day: $10.",
    ),
    (
        "gig-mix",
        {**HOURS, "morning": "9", "gigs": [{**GIG, "when": ["morning", "night"]}]},
        {**HOURS, "morning": "10", "gigs": [{**GIG, "when": ["morning", "night"]}]},
        "Another hour would be worth the most in the morning or night: $10.",
    ),
    (
        "gig-mix",
        {**HOURS, "gigs": [{**GIG, "pay": "9.99", "later": "0", "promised": "1"}]},
        {**HOURS, "gigs": [{**GIG, "pay": "10", "later": "0", "promised": "1"}]},
        "Promised, although below your floor: Lessons.",
    ),
    ("gig-mix", {**HOURS, "most": "5", "gigs": [GIG, OTHER]}, {**HOURS, "most": "6", "gigs": [GIG, OTHER]}, "No hours go to the following"),
    (
        "gig-mix",  # 100 and 12 vary by 30% each; together by less, unless they always coincide
        {**HOURS, "most": "6", "together": "0", "gigs": [GIG, OTHER]},
        {**HOURS, "most": "5", "together": "0", "gigs": [GIG, OTHER]},
        "The mix is steadier than its best gig alone",
    ),
    (
        "gig-mix",
        {**HOURS, "most": "6", "together": "0", "gigs": [GIG, {**OTHER, "swing": "300"}]},
        {**HOURS, "most": "6", "together": "0", "gigs": [GIG, OTHER]},
        "The mix is no steadier than its best gig alone",
    ),
    # the income mix
    ("income-mix", {"streams": [{"amount": "0"}]}, {"streams": [{"amount": "1"}]}, "None of your sources brings in anything yet"),
    ("income-mix", {"streams": [{"amount": "99"}], "spending": "100"}, {"streams": [{"amount": "100"}], "spending": "100"}, "spend $1 a"),
    (
        "income-mix",  # 999.1 of 1,000, and 999
        {"streams": [{"amount": "999.1"}, {"amount": "0.9"}]},
        {"streams": [{"amount": "999"}, {"amount": "1"}]},
        "All of your income depends on one source.",
    ),
    (
        "income-mix",
        {"streams": [{"amount": "100"}, {"amount": "100"}], "spending": "100"},
        {"streams": [{"amount": "100"}, {"amount": "99"}], "spending": "100"},
        "Any one of your sources could stop",
    ),
    (
        "income-mix",
        {"streams": [{"amount": "100"}], "spending": "100", "savings": "0"},
        {"streams": [{"amount": "100"}], "spending": "100", "savings": "1"},
        "Without savings, you would be short from the first month.",
    ),
    # leverage income
    (
        "leverage-income",
        {"pairs": [{"gig": "food-delivery", "price": "10", "units": "1", "variable_cost": "0"}]},
        {"pairs": [{"gig": "food-delivery", "price": "10", "units": "1", "variable_cost": "0.01"}]},
        "No car cost is counted for: ",
    ),
    *[
        (
            "leverage-income",
            {"pairs": [{"gig": "tutoring", "price": "10", "units": "1"}]},
            {"pairs": [{"gig": "tutoring", "price": "10", "units": "1", part: "1"}]},
            "Neither a fee nor a cost is counted for: ",
        )
        for part in ("fee", "fee_fixed", "variable_cost", "fixed_cost")
    ],
    # net hourly pay
    ("net-hourly", {**IDLE, "paid_hours": "0"}, {**IDLE, "paid_hours": "1"}, "You entered no hours"),
    ("net-hourly", {**IDLE, "paid_hours": "0", "admin_hours": "1"}, {**IDLE, "paid_hours": "1"}, "None of your hours is paid"),
    (
        "net-hourly",
        {**IDLE, "paid_hours": "168", "admin_hours": "0.1"},
        {**IDLE, "paid_hours": "168"},
        "Your hours add up to 168.1, but a week has 168.",
    ),
    (
        "net-hourly",  # 10 for the work, and no tax on less
        {**IDLE, **NO_CAR, "other_costs": "11", "paid_hours": "1"},
        {**IDLE, **NO_CAR, "other_costs": "10", "paid_hours": "1"},
        "This week costs you $1 more than it brings in.",
    ),
    (
        "net-hourly",
        {**NO_CAR, "energy_price": "0", "empty_miles": "1"},
        {**NO_CAR, "energy_price": "0.1", "empty_miles": "1"},
        "No cost is counted for 1 miles.",
    ),
    (
        "net-hourly",  # 10 miles at 0.50 are 5, and cost 10 × 3 ÷ 10 = 3: 2 over 4 hours
        {**IDLE, **NO_CAR, "paid_miles": "10", "paid_hours": "4", "mileage_rate": "0.5"},
        {**IDLE, **NO_CAR, "paid_miles": "10", "paid_hours": "4", "mileage_rate": "0.3"},
        "you deduct $5 a week for the car, but it costs you $3. Counting the tax rate as a cost would make an hour look $0.50 worse",
    ),
    (
        "net-hourly",  # 10 miles at 1 are all of the 10
        {**IDLE, **NO_CAR, "paid_miles": "10", "mileage_rate": "1"},
        {**IDLE, **NO_CAR, "paid_miles": "10", "mileage_rate": "0.99"},
        "Your deductions use up the whole profit",
    ),
    # platform fees
    ("platform-fees", {"price": "0"}, {"price": "1"}, "Your price is 0, so only fees are left."),
    (
        "platform-fees",  # 10% of 10 and 9 are all of it
        {"price": "10", "offers": [{"name": "Mine", "fee": "10", "fixed": "9.01"}]},
        {"price": "10", "offers": [{"name": "Mine", "fee": "10", "fixed": "9"}]},
        "The fees exceed this price on: Mine.",
    ),
    (
        "platform-fees",
        {"sales": "0", "offers": [{"name": "Mine", "payout": "1"}]},
        {"sales": "0", "offers": [{"name": "Mine", "payout": "0"}]},
        "Without sales, payout fees are not counted",
    ),
    # the plan
    ("plan", {"net_month": "-1"}, {"net_month": "0"}, "As planned, your uses cost $1 a month more than they bring in."),
    ("plan", {"net_month": "100"}, {"net_month": "100", "tax_rate": "1"}, "No tax is counted yet"),
    (
        "plan",
        {"own_hours": "5", "uses": [{"name": "Lessons", "hours": "5.06"}]},
        {"own_hours": "5", "uses": [{"name": "Lessons", "hours": "5.05"}]},
        "Your uses take 5.1 hours a week, but you have 5.",
    ),
    # rate to charge
    ("rate-to-charge", {"billable": "86"}, {"billable": "85"}, "With over 85% of hours paid"),
    ("rate-to-charge", {"billable": "0"}, {"billable": "1"}, "None of your hours is paid by a client"),
]


@pytest.mark.parametrize(("calculator", "shown", "hidden", "sentence"), AT_THE_EDGE)
def test_note_is_shown_beyond_its_limit_only(calculator: str, shown: dict[str, Any], hidden: dict[str, Any], sentence: str) -> None:
    assert [note for note in notes(calculator, **shown) if sentence in note] != []
    assert [note for note in notes(calculator, **hidden) if sentence in note] == []


@pytest.mark.parametrize(
    ("write", "text"),
    [
        *[(module.say, "$1,235") for module in (accelerator.notes, break_even.notes, buffer.notes, income_mix.notes, plan.notes)],
        *[(module.say, "$1,235") for module in (plan.chain, plan.days)],
        (accelerator.enough.whole, "$1,235"),
        (buffer.doubt.write, "$1,235"),
        *[(module.say, "$1,234.56") for module in (gig_mix.notes, net_hourly.notes)],
        (gig_mix.doubt.write, "$1,234.56"),
    ],
)
def test_notes_on_a_month_or_a_year_write_whole_dollars(write: Callable[[float], str], text: str) -> None:
    """Those on an hour or a week write cents, too."""
    assert write(1234.56) == text
