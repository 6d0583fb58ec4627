"""How a list is cut into numbers: which ways there are, and whether the first is certain enough to be used without asking."""

import pytest

from calculators.engine.list_splits import has_date, splits, spread


@pytest.mark.parametrize(
    ("text", "pieces", "is_certain"),
    [
        ("Jan 100\nFeb 200\nMar 300", ["100", "200", "300"], True),  # months in a row
        ("Jan 100\nMar 200\nApr 300", ["100", "200", "300"], False),
        ("1. 100\n2. 200\n3. 300", ["100", "200", "300"], False),  # numbers that seem to count the lines
        ("- 100\n- 200", ["100", "200"], False),  # or amounts below zero
        ("100\t5\n200\t6\n300\t7", ["100", "200", "300"], False),  # one of two columns
        ("5/6/7", ["5", "6", "7"], False),  # or a date
        ("$5 $6", ["$5", "$6"], True),
        ("5\n6\n7", ["5", "6", "7"], True),
        ("5; 6; 7", ["5", "6", "7"], True),
        ("5 6 7", ["5", "6", "7"], True),
        ("100 200", ["100", "200"], False),  # or 100,200
    ],
)
def test_first_way_to_cut_is_certain_or_not(text: str, pieces: list[str], is_certain: bool) -> None:
    assert next(splits(text, money=True)) == (pieces, is_certain)


def test_list_that_may_be_a_table_is_certain_in_no_way() -> None:
    for text in ("1. 100\n2. 200\n3. 300", "100\t5\n200\t6\n300\t7", "- 100\n- 200"):
        ways = list(splits(text, money=True))
        assert len(ways) > 1
        assert not any(is_certain for _, is_certain in ways)


def test_two_lines_of_two_columns_are_no_table() -> None:
    assert [pieces for pieces, _ in splits("100\t5\n200\t6", money=True)] == [["100", "5", "200", "6"]]


@pytest.mark.parametrize(("words", "ratio"), [(["5", "50"], 10.0), (["0", "5"], 1.0), ([], 1.0), (["2,000", "1"], 2000.0)])
def test_spread_is_the_ratio_of_the_largest_to_the_smallest(words: list[str], ratio: float) -> None:
    assert spread(words) == ratio


@pytest.mark.parametrize(
    ("text", "is_there"), [("1/31/2026", True), ("31.1.26 5", True), ("2026-01", True), ("1.31", False), ("5 6", False)]
)
def test_date_in_a_list_is_seen(text: str, is_there: bool) -> None:
    assert has_date(text) == is_there
