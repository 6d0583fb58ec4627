"""Dated, cited parameters: the value of a day, and a refusal outside their validity."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from calculators.engine import parameters
from calculators.engine.parameters import NotPublished, ParameterError, as_of, check_valid, load, source

PATH = "prices.us_inflation_12_months"


def entries() -> list[dict[str, Any]]:
    return list(load("prices")["us_inflation_12_months"]["values"])


def test_value_is_valid_until_the_next_begins() -> None:
    first, second, *_ = entries()
    assert as_of(PATH, first["from"]).value == first["value"]
    assert as_of(PATH, second["from"] - timedelta(days=1)).value == first["value"]
    assert as_of(PATH, second["from"]).value == second["value"]


def test_last_value_is_valid_until_the_file_ends() -> None:
    last = load("prices")["valid_through"]
    assert as_of(PATH, last).value == entries()[-1]["value"]
    with pytest.raises(NotPublished, match=f"{last:%d %B %Y}"):
        as_of(PATH, last + timedelta(days=1))


def test_there_is_no_value_before_the_first() -> None:
    first = entries()[0]["from"]
    with pytest.raises(NotPublished, match=f"The earliest one is from {first.day} {first:%B %Y}"):
        as_of(PATH, first - timedelta(days=1))


def test_a_value_comes_with_its_source_date_and_status() -> None:
    value = as_of(PATH, date(2026, 4, 15))
    assert (value.name, value.value, value.unit, value.since, value.status) == (PATH, 0.038, "rate", date(2026, 4, 1), "published")
    assert value.source.title
    assert value.source.url.startswith("https://")


@pytest.mark.parametrize(
    "path",
    ["prices.no_such", "no_such_file.us_inflation_12_months", "no_dot", "", "prices.", "prices.valid_through", "gigs.gigs", "../secrets.x"],
)
def test_unknown_parameter_is_an_error(path: str) -> None:
    with pytest.raises(ParameterError):
        as_of(path, date(2026, 11, 23))


def test_unknown_source_is_reported_by_name() -> None:
    with pytest.raises(ParameterError, match="no-such-source"):
        source("no-such-source")


def test_ended_file_is_reported_with_its_last_day() -> None:
    check_valid("prices", date(2026, 11, 23))
    with pytest.raises(NotPublished) as ended:
        check_valid("prices", date(2099, 1, 1))
    assert str(ended.value).endswith(".")


def test_browser_json_preserves_dates(monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.staging import parameters_as_json

    text = "[rate]\nvalid_through = 2026-12-31\nvalues = [{ from = 2026-01-01, value = 0.5 }]"
    json_text = parameters_as_json(text)
    monkeypatch.setattr(parameters.pkgutil, "get_data", lambda _, path: json_text.encode() if path.endswith("/made-up.json") else None)
    loaded = load.__wrapped__("made-up")
    assert loaded["rate"]["valid_through"] == date(2026, 12, 31)
    assert loaded["rate"]["values"][0]["from"] == date(2026, 1, 1)


def test_browser_json_preserves_the_order_of_the_file() -> None:
    """Options, and ideas of equal rank, follow the file's order; sorted JSON would give other answers."""
    from pipeline.staging import parameters_as_json

    assert list(json.loads(parameters_as_json("[zebra]\nb = 1\na = 2\n[ant]\nc = 3\n"))) == ["zebra", "ant"]
    assert list(json.loads(parameters_as_json("b = 1\na = 2\n"))) == ["b", "a"]
