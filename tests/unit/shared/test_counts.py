"""Counts of assets and gigs: what a month has of them, and how a part of an amount is written."""

from dataclasses import replace

import pytest

from calculators.shared.gigs import Kind, cited_values, gigs, in_words, kinds, part_of, singular, usual_capacity
from calculators.shared.labels import distinct, named
from calculators.shared.sorts import presets

KIND = Kind("k", "K", "G", "nights", "month", 0.0, (), open=False)


@pytest.mark.parametrize(
    ("per", "amount", "month"),
    [
        ("month", 10.9, 10.0),
        ("month", 9.99, 9.9),
        ("month", 0.3, 0.3),  # 0.3 × 10 is a little less than 3
        ("month", 10.0, 10.0),
        ("week", 3.0, 13.0),  # × 52 ÷ 12
        ("week", 2.0, 8.6),  # 8.67
        ("week", 2.4, 10.0),  # 10.4
    ],
)
def test_capacity_of_a_month_is_rounded_down(per: str, amount: float, month: float) -> None:
    """To whole units from ten on, else to tenths."""
    assert replace(KIND, per=per).per_month(amount) == month


@pytest.mark.parametrize(
    ("kind", "capacity"),
    [
        (replace(KIND, full=31.0), 30.0),  # a usual month
        (replace(KIND, full=20.0), 20.0),
        (replace(KIND, full=0.0), 10.0),  # no limit
        (replace(KIND, full=168.0, per="week"), 168.0),
        (replace(KIND, full=168.0, per="week", open=True), 4.0),  # a few hours
    ],
)
def test_new_asset_has_a_whole_month_or_week_or_a_few_hours(kind: Kind, capacity: float) -> None:
    assert usual_capacity(kind) == capacity


@pytest.mark.parametrize(
    ("amount", "whole", "words"),
    [
        (30.0, 31.0, "30 of 31 nights"),
        (30.0, 30.04, "30 of 30.04 nights"),
        (29.96, 30.04, "29.96 of 30.04 nights"),  # both are 30 with one decimal
        (30.4, 31.4, "30 of 31 nights"),
        (30.1, 30.4, "30.1 of 30.4 nights"),
        (0.5, 1.0, "0.5 of 1 night"),
    ],
)
def test_part_has_enough_decimals_to_tell_it_from_the_whole(amount: float, whole: float, words: str) -> None:
    assert part_of(amount, whole, "nights") == words


@pytest.mark.parametrize(("amount", "places", "words"), [(9.96, None, "10 nights"), (9.94, None, "9.9 nights"), (10.4, 1, "10.4 nights")])
def test_amounts_from_ten_on_are_whole(amount: float, places: int | None, words: str) -> None:
    assert in_words(amount, "nights", places) == words


@pytest.mark.parametrize(("many", "word"), [("nights", "night"), ("copies", "copy"), ("m²", "m²")])
def test_one_of_many_has_its_word(many: str, word: str) -> None:
    assert singular(many) == word


def test_longer_names_are_cut_and_equal_ones_numbered() -> None:
    assert distinct(["abcde", "abcdef", "abcdeg"], 5) == ["abcde", "abcd…", "abcd… (2)"]
    assert distinct(["a", "a", "a", "a (2)"], 9) == ["a", "a (2)", "a (3)", "a (2) (2)"]
    assert [named("The buffer"), named("Time audit")] == ["the buffer", "your time audit"]


def test_amount_in_words_leaves_the_rest_of_a_month_in_use() -> None:
    """Of 30 nights, those that are free leave the others used; of one's own hours nothing is used."""
    room = next(kind for kind in kinds().values() if kind.unit == "nights" and kind.full and not kind.open)
    for preset in presets(room):
        fills = dict(preset.fills)
        free = float(fills["capacity"]) - float(fills["used"])
        assert preset.meaning.startswith(f"{free:g} ")
        assert float(fills["capacity"]) == max(30.0, free)
    skill = next(kind for kind in kinds().values() if kind.open)
    assert {dict(preset.fills)["used"] for preset in presets(skill)} == {"0"}


def test_figures_of_a_gig_are_cited_with_their_unit() -> None:
    units = {value.name.rpartition(".")[2]: value.unit for value in cited_values(gigs()["tutoring"])}
    assert units["price"] == "USD an hour"
    assert units["fee"] == "rate"
    assert all(value.status == "published" for value in cited_values(gigs()["tutoring"]))
