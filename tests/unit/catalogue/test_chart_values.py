"""What charts show: the value of each bar, point and label, from round inputs, worked out by hand."""

from datetime import date
from typing import Any

import pytest

from calculators import find
from calculators.engine.calculator import Outcome
from calculators.engine.view.charts import NARROW, WIDE, Size

DAY = date(2026, 11, 23)


def outcome_of(name: str, **typed: Any) -> Outcome:
    calculator = find(name)
    assert calculator is not None
    inputs, errors = calculator.read(typed)
    assert inputs is not None, errors
    return calculator.outcome(inputs, DAY)


def drawn(name: str, chart: str, size: Size = WIDE, **typed: Any) -> dict[str, Any]:
    outcome = outcome_of(name, **typed)
    return next(each.draw(outcome, size) for each in outcome.calculator.charts if each.name == chart)


def table(name: str, chart: str, **typed: Any) -> list[tuple[object, ...]]:
    outcome = outcome_of(name, **typed)
    return list(next(each.table(outcome) for each in outcome.calculator.charts if each.name == chart).rows)


def own_data(spec: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """The data of the layers of a kind of mark that have their own."""
    layers = [layer for layer in spec["layer"] if layer["mark"]["type"] == kind and "data" in layer]
    return [row for layer in layers for row in layer["data"]["values"]]


def domain(spec: dict[str, Any], channel: str) -> list[float]:
    return next(layer["encoding"][channel]["scale"]["domain"] for layer in spec["layer"] if channel in layer["encoding"])


SAVING = {"goal": "1,200", "start": "0", "own": "100", "growth": "0", "prices": "fixed"} | {
    "leverage": {"low": "100", "typical": "100", "high": "100"}
}
"""12 months at 100, and 6 at 200."""
DEBT = {"aim": "debts", "leverage": {"low": "100", "typical": "100", "high": "100"}} | {
    "debts": [{"name": "Family", "balance": "1,200", "rate": "0", "payment": "100"}]
}
"""The same for a debt without interest."""
BUY = {"price": "1,200", "life": "24", "drop": "0", "resale": "0", "loan": "0", "unit_price": "10", "units": "10", "unit_cost": "0"} | {
    "utilization": {"low": "100", "typical": "100", "high": "100"},
    "fee": "0",
    "fixed": "0",
    "stop": "1",
}
"""100 a month: paid back after 12 of 24 months. It is worth 1,200 at first, and loses 50 a month."""


def test_paths_to_a_goal_rise_to_it_and_are_dated() -> None:
    spec = drawn("accelerator", "paths", **SAVING)
    assert spec["data"]["values"] == [
        {"month": month, "without": pytest.approx(min(100 * month, 1200)), "levered": pytest.approx(min(200 * month, 1200))}
        for month in range(14)  # one month more than the slower path takes
    ]
    assert domain(spec, "x") == [0, 13]
    assert own_data(spec, "text") == own_data(spec, "point")
    assert own_data(spec, "text") == [
        {"month": 12, "amount": 1200, "text": ["November 2027", "without"]},
        {"month": 6, "amount": 1200, "text": ["May 2027", "with leverage"]},
    ]


def test_paths_out_of_debt_fall_to_nothing() -> None:
    spec = drawn("accelerator", "paths", **DEBT)
    assert [(at["month"], at["without"], at["levered"]) for at in spec["data"]["values"]] == [
        (month, max(0, 1200 - 100 * month), max(0, 1200 - 200 * month)) for month in range(14)
    ]
    assert [(at["month"], at["amount"]) for at in own_data(spec, "point")] == [(12, 0), (6, 0)]


def test_paths_to_a_far_goal_are_drawn_for_at_least_ten_years() -> None:
    """Only one path arrives, after 12 months: 120 are drawn. After 100 months it would be twice as many."""
    alone = drawn("accelerator", "paths", **{**SAVING, "own": "0"})
    assert [at["month"] for at in alone["data"]["values"]] == list(range(121))
    assert [at["text"][1] for at in own_data(alone, "text")] == ["with leverage"]
    slow = drawn("accelerator", "paths", **{**SAVING, "own": "0", "goal": "10,000"})
    assert [at["month"] for at in slow["data"]["values"]][-1] == 200
    never = drawn("accelerator", "paths", **{**SAVING, "own": "0", "leverage": {"low": "0", "typical": "0", "high": "0"}})
    assert [at["month"] for at in never["data"]["values"]][-1] == 120
    assert own_data(never, "text") == []


def test_table_of_paths_has_every_second_month_of_four_years() -> None:
    """49 points: 49 // 24 = 2."""
    rows = table("accelerator", "paths", **{**SAVING, "goal": "4,700"})
    assert [row[0] for row in rows] == list(range(0, 49, 2))
    assert rows[1] == (2, 200, 400)


def test_plan_draws_its_goal_by_date() -> None:
    typed = {"goal": "1,200", "own": "100", "net_month": "100", "start_day": "2027-01-04"}
    spec = drawn("plan", "paths", **typed)
    values = spec["data"]["values"]
    assert len(values) == 14
    assert values[1] == {"date": "2027-02-04", "without": 100, "levered": 200}
    assert values[-1] == {"date": "2028-02-04", "without": 1200, "levered": 1200}
    assert own_data(spec, "text") == [
        {"date": "2028-01-04", "amount": 1200, "text": ["January 2028", "without"]},
        {"date": "2027-07-04", "amount": 1200, "text": ["July 2027", "with leverage"]},
    ]
    assert table("plan", "paths", **typed)[2] == ("March 2027", 200, 400)
    assert len(table("plan", "paths", **{**typed, "goal": "4,700"})) == 17  # 49 points, every third: 0, 3, … 48


def test_plan_starts_on_the_day_itself_and_by_the_28th() -> None:
    """From 30 January, a month later is 28 February; half a month is 15 days."""
    late = drawn("plan", "paths", goal="1,200", own="100", net_month="100", start_day="2027-01-30")["data"]["values"]
    assert [at["date"] for at in late[:3]] == ["2027-01-28", "2027-02-28", "2027-03-28"]
    half = drawn("plan", "paths", goal="1,250", own="100", net_month="0", start_day="2027-01-04")
    assert own_data(half, "point")[0]["date"] == "2028-01-19"
    today = drawn("plan", "paths", goal="1,200", own="100")["data"]["values"]
    assert today[0]["date"] == "2026-11-23"


def test_plan_without_a_goal_has_nothing_to_draw() -> None:
    assert drawn("plan", "paths")["data"]["values"] == []
    assert table("plan", "paths") == []


def test_purchase_is_drawn_as_cash_and_as_if_sold() -> None:
    spec = drawn("break-even", "payback", **BUY)
    assert spec["data"]["values"] == [
        {"month": month, "cash": 100 * month - 1200, "sold": pytest.approx(100 * month - 1200 + 1200 - 50 * month)} for month in range(25)
    ]
    assert own_data(spec, "point") == [{"month": 12, "at": 0, "text": "paid back after 12 months"}]
    named = [row for row in own_data(spec, "text") if "paid" not in row["text"]]
    # at 62% of 25 points: 15.5, and so the sixteenth month
    assert named == [
        {"month": 16, "at": pytest.approx(800), "text": "if you sold it then"},
        {"month": 16, "at": 400, "text": "cash so far"},
    ]
    assert table("break-even", "payback", **BUY)[1] == (1, -1100, pytest.approx(50))


def test_loss_at_the_chosen_stop_is_a_point() -> None:
    """It loses half on the first day: 1,100 are out after a month, and it is worth 600 − 25."""
    marked = own_data(drawn("break-even", "payback", **{**BUY, "drop": "50"}), "point")
    assert [(row["month"], row["at"]) for row in marked] == [(12, 0), (1, pytest.approx(-525))]
    assert own_data(drawn("break-even", "payback", **{**BUY, "unit_price": "0", "stop": "0"}), "point") == []


def test_purchase_for_thirty_years_is_drawn_in_120_points() -> None:
    """361 months: every third, which is 121; the table has every fifteenth, which is 25."""
    long = {**BUY, "life": "360"}
    assert [at["month"] for at in drawn("break-even", "payback", **long)["data"]["values"]] == list(range(0, 361, 3))
    assert [row[0] for row in table("break-even", "payback", **long)] == list(range(0, 361, 15))


def test_past_months_stand_on_steady_income() -> None:
    typed = {"past": "100 200 300 400", "steady": "50", "spending": "400"}
    spec = drawn("buffer", "past", **typed)
    assert [(at["month"], at["base"], at["varying"], at["top"]) for at in spec["data"]["values"]] == [
        (1, 50, 100, 150),
        (2, 50, 200, 250),
        (3, 50, 300, 350),
        (4, 50, 400, 450),
    ]
    assert domain(spec, "y") == [0, pytest.approx(450 * 1.12)]
    assert domain(drawn("buffer", "past", **{**typed, "spending": "1,000"}), "y") == [0, pytest.approx(1120)]
    assert table("buffer", "past", **typed)[0] == (1, 100, 50, -250)


@pytest.mark.parametrize(("size", "step"), [(WIDE, 2), (NARROW, 4)])
def test_axis_of_two_years_names_some_months(size: Size, step: int) -> None:
    """At most 12 in a wide picture, and 6 in a narrow one."""
    spec = drawn("buffer", "past", size, past=" ".join(["100"] * 24))
    assert spec["layer"][0]["encoding"]["x"]["axis"]["values"] == list(range(1, 25, step))


def test_buffer_is_drawn_down_month_by_month() -> None:
    """Alike months take 100 each, and 1,200 last a year, in poor years and in good ones."""
    spec = drawn("buffer", "course", past="100 100 100", steady="0", spending="200")
    assert spec["data"]["values"] == [
        {"month": month, **dict.fromkeys(("low", "middle", "high"), pytest.approx(1200 - 100 * month))} for month in range(13)
    ]
    assert [(row["month"], row["amount"], row["text"]) for row in own_data(spec, "text")] == [
        (12, pytest.approx(0), "the middle year"),
        (12, pytest.approx(0), "a poor year"),
    ]


@pytest.mark.parametrize(("inflation", "shaded"), [("4.1", False), ("4.2", True)])
def test_gap_is_shaded_from_four_percent_of_pay(inflation: str, shaded: bool) -> None:
    """1 − 1 ÷ 1.041 is 3.94%, and 1 − 1 ÷ 1.042 is 4.03%."""
    spec = drawn("equalizer", "lines", pay="1,000", pay_growth="0", inflation=inflation, years="1")
    assert any(layer["mark"]["type"] == "area" for layer in spec["layer"]) == shaded


def test_equalizer_draws_needed_and_expected_pay() -> None:
    spec = drawn("equalizer", "lines", pay="1,000", pay_growth="10", inflation="20", years="2")
    assert spec["data"]["values"] == [
        {"year": 0, "needed": 1000, "expected": 1000},
        {"year": 1, "needed": pytest.approx(1200), "expected": pytest.approx(1100)},
        {"year": 2, "needed": pytest.approx(1440), "expected": pytest.approx(1210)},
    ]
    assert [row["year"] for row in own_data(spec, "text")] == [2, 2]
    assert table("equalizer", "lines", pay="1,000", pay_growth="10", inflation="20", years="1")[1][3] == pytest.approx(100)


LESSONS = {"name": "Lessons", "pay": "20", "good": "5", "later": "15", "most": "8", "swing": "50"}
WALKS = {"name": "Walks", "pay": "18", "good": "5", "later": "12", "most": "8", "swing": "20"}
WEEK = {"morning": "10", "afternoon": "0", "evening": "0", "night": "0", "most": "20", "least_pay": "10", "gigs": [LESSONS, WALKS]}


def test_stairs_of_the_week_descend_from_the_best_paid_hours() -> None:
    """Ten hours: five at 20, then five at 18."""
    spec = drawn("gig-mix", "stairs", **WEEK)
    assert [(row["gig"], row["from"], row["to"], row["mid"], row["pay"], row["hours"]) for row in spec["data"]["values"]] == [
        ("Lessons", 0, 5, 2.5, 20, 5),
        ("Walks", 5, 10, 7.5, 18, 5),
    ]
    assert domain(spec, "x") == [0, pytest.approx(10 * 1.14)]
    assert domain(drawn("gig-mix", "stairs", NARROW, **WEEK), "x") == [0, pytest.approx(10 * 1.36)]
    assert domain(spec, "y") == [0, pytest.approx(20 * 1.24)]
    more = drawn("gig-mix", "stairs", **{**WEEK, "morning": "18"})  # 16 hours are taken, and 2 are left
    assert [(row["gig"], row["hours"], row["pay"]) for row in more["data"]["values"]][2:] == [("Lessons", 3, 15), ("Walks", 3, 12)]
    assert domain(more, "x") == [0, pytest.approx(18 * 1.14)]
    assert table("gig-mix", "stairs", **WEEK) == [("Lessons", 5, 20), ("Walks", 5, 18)]


def test_mix_and_each_gig_alone_have_their_swing() -> None:
    """A month is 52 ÷ 12 weeks. Lessons alone: 5 × 20 + 3 × 15 = 145 a week, and half more or less."""
    spec = drawn("gig-mix", "beside", **{**WEEK, "together": "100"})
    mix, lessons, walks = spec["data"]["values"]
    assert (mix["way"], mix["kind"], lessons["way"], lessons["kind"], walks["way"]) == (
        "The mix",
        "mix",
        "Only Lessons",
        "one",
        "Only Walks",
    )
    assert mix["income"] == pytest.approx(190 * 52 / 12)
    # both in step: 100 × 50% + 90 × 20% = 68 of 190
    assert (mix["low"], mix["high"]) == (pytest.approx(122 * 52 / 12), pytest.approx(258 * 52 / 12))
    assert (lessons["income"], lessons["low"], lessons["high"]) == tuple(pytest.approx(145 * 52 / 12 * part) for part in (1, 0.5, 1.5))
    assert walks["income"] == pytest.approx(126 * 52 / 12)  # 5 × 18 + 3 × 12
    assert domain(spec, "x") == [0, pytest.approx(258 * 52 / 12 * 1.2)]
    assert domain(drawn("gig-mix", "beside", NARROW, **{**WEEK, "together": "100"}), "x") == [0, pytest.approx(258 * 52 / 12 * 1.4)]
    wild = drawn("gig-mix", "beside", **{**WEEK, "gigs": [{**LESSONS, "swing": "150"}]})
    assert wild["data"]["values"][1]["low"] == 0


STREAMS = [{"name": "Job", "amount": "800"}, {"name": "Lessons", "amount": "150"}, {"name": "Room", "amount": "50"}]


def test_bars_without_each_source_show_what_is_left() -> None:
    """Without the job 200 of 1,000 are left, which is not under a fifth: the amount is written in the bar."""
    spec = drawn("income-mix", "ways", streams=STREAMS, spending="900")
    assert [(row["way"], row["left"], row["whole"], row["kind"], row["text"], row["at"]) for row in spec["data"]["values"]] == [
        ("Now", 1000, 1000, "enough", "$1,000", 0),
        ("Without Job", 200, 1000, "less", "$200", 0),
        ("Without Lessons", 850, 1000, "less", "$850", 0),
        ("Without Room", 950, 1000, "enough", "$950", 0),
    ]
    short = drawn("income-mix", "ways", streams=[{"name": "Job", "amount": "801"}, *STREAMS[1:]], spending="901")
    assert [(row["left"], row["at"]) for row in short["data"]["values"]][1] == (200, 200)  # of 1,001
    assert [row["kind"] for row in short["data"]["values"]] == ["enough", "less", "less", "enough"]  # 1,001 − 150 = 851; 951
    assert table("income-mix", "ways", streams=STREAMS)[1] == ("Without Job", 200, 0.8)


def test_ten_bars_are_drawn_of_thirty_sources() -> None:
    many = [{"name": f"Source {number}", "amount": str(number)} for number in range(1, 31)]
    ways = [row["way"] for row in drawn("income-mix", "ways", streams=many)["data"]["values"]]
    assert ways == ["Now", *(f"Without Source {number}" for number in range(30, 21, -1))]
    assert len(table("income-mix", "ways", streams=many)) == 31


def test_assets_are_split_into_used_and_idle() -> None:
    assets = [{"name": "Room", "kind": "spare-room", "capacity": "20", "used": "5"}, {"name": "Van", "kind": "van", "capacity": "0"}]
    spec = drawn("inventory", "idle", assets=assets)
    assert [(row["asset"], row["part"], row["share"]) for row in spec["data"]["values"]] == [
        ("Room", "Used now", 0.25),
        ("Room", "Idle", 0.75),
        ("Van", "Used now", 0),
        ("Van", "Idle", 0),
    ]
    assert table("inventory", "idle", assets=assets)[0][:4] == ("Room", 20, 5, 15)


def test_first_year_grows_over_the_ramp_up_months() -> None:
    """Ten units at 10 sell: with a ramp-up of one month, half in the first month, and all from the second on."""
    pair = {"gig": "tutoring", "price": "10", "units": "10", "utilization": {"low": "100", "typical": "100", "high": "100"}} | {
        "ramp_up": "1",
        "fixed_cost": "20",
        "start_cost": "5",
        "fee": "10",
        "hours_sold": "0",
    }
    values = drawn("leverage-income", "months", pairs=[pair], assets=[])["data"]["values"]
    assert [row["month"] for row in values] == list(range(1, 13))
    assert values[0]["net"] == pytest.approx(50 - 5 - 20 - 5)
    assert [row["net"] for row in values[1:]] == [pytest.approx(100 - 10 - 20)] * 11
    assert [(row["low"], row["high"]) for row in values] == [(pytest.approx(row["net"]),) * 2 for row in values]
    row = table("leverage-income", "months", pairs=[pair], assets=[])[0]
    assert row == tuple(map(pytest.approx, (1, 50, 5, 25, 20, 20, 20)))


def test_platforms_are_drawn_best_first() -> None:
    offers = [{"name": "Dear", "fee": "20", "fixed": "1"}, {"name": "Cheap", "fee": "10", "payout": "4"}]
    spec = drawn("platform-fees", "bars", price="10", sales="4", payouts="1", offers=offers)
    assert [(row["platform"], row["part"], row["amount"], row["order"]) for row in spec["data"]["values"]] == [
        ("1. Cheap", "Yours", 8, 0),
        ("1. Cheap", "Sale fees", 1, 1),
        ("1. Cheap", "Payout fees", 1, 2),
        ("2. Dear", "Yours", 7, 0),
        ("2. Dear", "Sale fees", 3, 1),
        ("2. Dear", "Payout fees", 0, 2),
    ]
    assert [(row["net"], row["text"]) for row in own_data(spec, "text")] == [(8, "$8"), (7, "$7")]
    assert table("platform-fees", "bars", price="10", sales="4", payouts="1", offers=offers)[0] == ("Dear", 7, 3, 0, 10)


@pytest.mark.parametrize(("fixed", "layers"), [("10", 2), ("10.01", 3)])
def test_amount_below_zero_is_written_beside_its_bar(fixed: str, layers: int) -> None:
    spec = drawn("platform-fees", "bars", price="10", offers=[{"name": "Dear", "fixed": fixed}])
    assert len(spec["layer"]) == layers
    assert [layer.get("transform") for layer in spec["layer"]][1:] == (
        [[{"filter": "datum.net >= 0"}], [{"filter": "datum.net < 0"}]] if layers == 3 else [None]
    )


def test_hour_of_a_gig_is_split_into_its_parts() -> None:
    """Ten hours: 100 and tips of 20, less 10% of 100, 5 for other costs and 20% of 105 as tax; no car."""
    typed = {
        "gross": {"low": "100", "typical": "100", "high": "100"},
        "tips": "20",
        "fee": "10",
        "other_costs": "5",
        "tax_rate": "20",
        "deduct": "none",
        "insurance": "0",
        "paid_hours": "8",
        "waiting_hours": "2",
        "travel_hours": "0",
        "admin_hours": "0",
        "paid_miles": "0",
        "empty_miles": "0",
    }
    spec = drawn("net-hourly", "hour", **typed)
    assert [(row["label"], row["amount"], row["kind"]) for row in spec["data"]["values"]] == [
        ("Pay and tips", 12, "total"),
        ("Platform fees", -1, "loss"),
        ("Other costs", -0.5, "loss"),
        ("Tax", pytest.approx(-2.1), "loss"),
        ("Left for you", pytest.approx(8.4), "total"),
    ]
    assert [row["to"] for row in spec["data"]["values"]] == [12, 11, 10.5, pytest.approx(8.4), pytest.approx(8.4)]
    assert [row["edge"] for row in spec["data"]["values"]] == [12, 12, 11, 10.5, pytest.approx(8.4)]
    assert table("net-hourly", "hour", **typed)[-1] == ("Left for you", pytest.approx(8.4), pytest.approx(84))
    low, high = domain(spec, "x")
    assert (low, high > 12) == (0, True)
    none = {**typed, "paid_hours": "0", "waiting_hours": "0"}
    assert drawn("net-hourly", "hour", **none)["data"]["values"] == []
    assert table("net-hourly", "hour", **none) == []


def test_week_is_drawn_in_blocks_of_an_hour() -> None:
    """A job from 9 to 17 on seven days: of the 42 hours from 6 to noon 21 are taken, and of those to 18 o'clock 35."""
    typed = {"days": [{"name": "Day", "times": "7", "hours": "work 9-17"}], "uses": [], "rest_floor": "0", "give_screens": "0"}
    spec = drawn("time-audit", "week", **typed)
    values = spec["data"]["values"]
    assert len(values) == 168
    counts = {(row["part"], row["kind"]) for row in values}
    parts = [sum(row["kind"] == "Spoken for" for row in values[at : at + 42]) for at in range(0, 168, 42)]
    assert sorted(parts) == [0, 0, 21, 35]
    assert len({row["part"] for row in values}) == 4
    assert not any(kind == "Kept for rest" for _, kind in counts)
    # two rows of 21 for each part of the day in a wide picture, with a row between them for the name; three of 14 in a narrow one
    assert [(row["x"], row["y"]) for row in values[:3]] == [(0, 0), (0, 1), (1, 0)]
    assert [(row["x"], row["y"]) for row in values[42:45]] == [(0, 3), (0, 4), (1, 3)]
    narrow = drawn("time-audit", "week", NARROW, **typed)["data"]["values"]
    assert [(row["x"], row["y"]) for row in narrow[:4]] == [(0, 0), (0, 1), (0, 2), (1, 0)]
    assert narrow[42]["y"] == 4
