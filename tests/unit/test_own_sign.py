"""The reader's own currency sign: where it stands, and where the money is some country's whatever the reader uses."""

import json
import re
from datetime import date
from typing import Any

import pytest
import vl_convert

from calculators import CATALOGUE, bridge, find
from calculators.engine.currency import Currency, currency_of, current_currency, in_currency
from calculators.engine.fields import Money, Rows, slots
from calculators.engine.view.form import form_view
from calculators.engine.view.models import RowsView
from calculators.workbook.document import WorkbookProblem, read

DAY = date(2026, 11, 23)
NAMES = [calculator.id for calculator in CATALOGUE]
OWN_NUMBERS: dict[str, dict[str, Any]] = {
    "leverage-income": {"assets": [], "pairs": [{"gig": "tutoring", "price": "20", "units": "12", "fixed_cost": "5"}]},
    "net-hourly": {"energy_price": "1.4", "distance": "9", "wear": "0.06", "lost_value": "0.1", "mileage_rate": "0.45"},
}
"""What a reader types whose money is not dollars, where the form has US amounts: those are left empty."""
UNCONVERTED = re.compile(r'US\$|<span class="ug-source-note">.*?</span>', re.DOTALL)
"""What is cited stays in the dollars of its source."""


def page(name: str, sign: str | None, **request: Any) -> dict[str, Any]:
    book = {"app": "ultimate-gig", "schema": 1, "saved": "", "calculators": {}, **({} if sign is None else {"sign": sign})}
    answer = json.loads(bridge.page(json.dumps({"calculator": name, "workbook": book, "as_of": DAY.isoformat(), **request})))
    assert answer["errors"] == []
    return dict(answer["outcome"])


def drawn(outcome: dict[str, Any]) -> str:
    return "".join(vl_convert.vegalite_to_svg(chart[size]) for chart in outcome["charts"] for size in ("wide", "narrow"))


@pytest.mark.parametrize("sign", ["€", "£", "KSh", "Rs.", "₹", "A$", "रू", "฿", "د.إ", "万"])
def test_signs_of_any_script_are_taken(sign: str) -> None:
    assert currency_of(sign) == currency_of(f" {sign} ") == Currency(sign)


@pytest.mark.parametrize(
    "held", [None, "", "  ", 5, ["€"], "euros", "€1", "1", "<b>", "'", '"', "\\", "a b", "−", "-", "+", "%", "½", "Ⅷ", "\u200f", "{}"]
)
def test_what_is_no_sign_leaves_the_dollar(held: object) -> None:
    assert currency_of(held) == Currency("$")


def test_amounts_are_written_with_the_sign_that_holds_and_letters_keep_a_space() -> None:
    amount = Money(dollars=True)
    with in_currency(Currency("€")):
        assert amount.write(-1_234.4) == "−€1,234"
        with in_currency(Currency("KSh")):
            assert amount.write(1_234.4) == "KSh\u00a01,234"
            assert Money(currency=Currency("£")).write(2) == "£2"
            assert Money(currency=Currency("")).write(2) == "2"
        assert current_currency().before == "€"
    assert amount.write(1) == "$1"


def test_the_sign_is_the_dollar_s_again_after_a_fault() -> None:
    with pytest.raises(ZeroDivisionError), in_currency(Currency("€")):
        raise ZeroDivisionError
    assert current_currency().before == "$"


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("take-home", "rate-to-charge")])
def test_every_amount_and_every_axis_has_the_reader_s_sign(name: str) -> None:
    outcome, usual = (page(name, sign, inputs=OWN_NUMBERS.get(name, {})) for sign in ("€", None))
    html = UNCONVERTED.sub("", outcome["html"])
    assert "$" not in html
    pictures = drawn(outcome)
    assert "$" not in re.sub(r"<style.*?</style>", "", pictures)
    assert ("€" in pictures) == ("$" in drawn(usual))
    assert ("€" in html) == ("$" in UNCONVERTED.sub("", usual["html"]))


@pytest.mark.parametrize(("country", "sign"), [("us", "$"), ("ca", "$"), ("au", "$"), ("uk", "£")])
@pytest.mark.parametrize("name", ["take-home", "rate-to-charge"])
def test_by_a_country_s_law_amounts_are_in_its_money(name: str, country: str, sign: str) -> None:
    outcome = page(name, "€", inputs={"country": country})
    assert "€" not in outcome["html"]
    assert "€" not in drawn(outcome)
    assert sign in outcome["html"]
    assert f">{sign}" in drawn(outcome)


def test_by_the_reader_s_own_rate_amounts_are_in_the_reader_s_money() -> None:
    outcome = page("rate-to-charge", "₹")
    assert "₹" in outcome["html"]
    assert "$" not in outcome["html"]


@pytest.mark.parametrize("name", NAMES)
def test_what_if_writes_the_same_sign(name: str) -> None:
    request = {"calculator": name, "workbook": {"sign": "€", "calculators": {}}, "as_of": DAY.isoformat(), "explore": {}}
    request["inputs"] = OWN_NUMBERS.get(name, {})
    panel = json.loads(bridge.explore_page(json.dumps(request)))["panel"]
    if name != "take-home":
        assert "$" not in panel["html"]


@pytest.mark.parametrize("name", ["leverage-income", "net-hourly", "platform-fees"])
def test_where_dollars_are_cited_it_is_said_that_nothing_is_converted(name: str) -> None:
    said = "nothing is converted"
    inputs = OWN_NUMBERS.get(name, {})
    assert said in page(name, "€", inputs=inputs)["html"]
    assert said not in page(name, None, inputs=inputs)["html"]
    assert said not in page("income-mix", "€")["html"]


def test_a_workbook_keeps_its_sign_and_no_other_thing_in_its_place() -> None:
    book = {"app": "ultimate-gig", "schema": 1, "saved": "x", "calculators": {}}
    assert read(json.dumps({**book, "sign": "KSh"}))[0]["sign"] == "KSh"
    for held in ("<script>", 5, None, {}, "$", ""):
        assert "sign" not in read(json.dumps({**book, "sign": held}))[0]
    with pytest.raises(WorkbookProblem):
        read(json.dumps({**book, "sign": "€", "calculators": {"equalizer": 5}}))


@pytest.mark.parametrize("name", NAMES)
def test_before_a_field_stands_the_reader_s_sign_unless_its_money_is_a_country_s(name: str) -> None:
    calculator = find(name)
    assert calculator is not None
    views = {item.name: item for group in form_view(calculator, calculator.inputs(), DAY).groups for item in group.items}
    for slot in calculator.slots:
        view = views[slot.name]
        if isinstance(view, RowsView):
            assert isinstance(slot.field, Rows)
            inner = {one.name.rpartition(".")[2]: one for one in (*view.blank.fields, *view.blank.more)}
            assert all(inner[one.name].own == (isinstance(one.field, Money) and one.field.currency is None) for one in slots(slot.field.of))
        else:
            own = isinstance(slot.field, Money) and slot.field.currency is None and name not in ("take-home", "rate-to-charge")
            assert view.own == own
