"""Leverage income's form: assets chosen from the list, and the questions of each gig in its own words."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.calculator_page import CalculatorPage, Opener

OPEN_FOLDS = "(all) => all.forEach((fold) => { fold.open = true })"


def opened(visitor: Opener) -> CalculatorPage:
    income = visitor("leverage-income")
    income.element.locator(".ug-form details").evaluate_all(OPEN_FOLDS)
    return income


def options(income: CalculatorPage, row: int) -> list[str]:
    return list(income.field(f"pairs.{row}.asset").evaluate("(select) => [...select.options].map((option) => option.text)"))


def test_assets_are_chosen_from_the_list(visitor: Opener) -> None:
    """A new asset is offered in every gig, a renamed one stays chosen, and a removed one is named as missing."""
    income = opened(visitor)
    assert options(income, 0) == ["Only my own time", "Back room"]
    income.add_button("assets").click()
    income.type("assets.1.name", "Garage")
    income.add_button("pairs").click()
    assert [options(income, row) for row in range(3)] == [["Only my own time", "Back room", "Garage"]] * 3
    before = income.outcomes
    income.field("pairs.1.asset").select_option("Garage")
    income.wait_for_outcome(before)
    income.type("assets.1.name", "Old garage")
    expect(income.field("pairs.1.asset")).to_have_value("Old garage")
    assert options(income, 0) == ["Only my own time", "Back room", "Old garage"]
    assert [pair["asset"] for pair in income.kept()["pairs"]] == ["Back room", "Old garage", ""]
    income.row_button("assets", 1, "remove").click()
    expect(income.error("pairs.1.asset")).to_contain_text("not among your idle assets")


def test_questions_follow_the_gig(visitor: Opener) -> None:
    income = opened(visitor)
    label = income.rows("pairs").first.locator("[data-field='pairs.0.price'] label")
    expect(label).to_contain_text("What a lodger pays a month")
    for gig, price, share in (
        ("short-stay", "What a guest pays a night", "Share of the nights that sells"),
        ("passenger-driving", "What the app pays an hour", "Share of the driving hours that sells"),
        ("make-and-sell", "What a buyer pays an item", "Share of the items that sells"),
    ):
        income.field("pairs.0.gig").select_option(gig)
        expect(label).to_contain_text(price)
        expect(income.rows("pairs").first.locator("[data-field='pairs.0.utilization'] legend")).to_contain_text(share)


def test_an_inventory_s_assets_are_offered(visitor: Opener) -> None:
    """They fill in a list that stays folded."""
    inventory = visitor("inventory")
    before = inventory.outcomes
    inventory.element.locator(".ug-pick", has_text="Parking").click()
    inventory.wait_for_outcome(before)
    income = CalculatorPage(inventory.page, inventory.site, "leverage-income").moved_to()
    expect(income.field("pairs.0.asset")).to_have_value("Parking")
    assert options(income, 0) == ["Only my own time", "Parking"]
    expect(income.field("assets.0.name")).to_be_hidden()
    expect(income.field("assets.0.name")).to_have_value("Parking")
