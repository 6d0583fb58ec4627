"""The macros that write dated values into pages."""

from __future__ import annotations

from datetime import date

import pytest

from theme.mkdocs.macros import Macros

MACROS = Macros(day=date(2026, 11, 29), edition="hosted")


@pytest.mark.parametrize(
    ("path", "keys", "written"),
    [
        ("uk/payments.account_minimum", (), "1,000"),
        ("uk/payments.account_share", (), "20%"),
        ("uk/allowances.mileage_rates", ("car", 0, "rate"), "0.55"),
        ("ca/payments.instalment_limit", ("quebec",), "1,800"),
        ("us/estimated_tax.return_day", (), "April 15"),
        ("us/estimated_tax.due_dates", (3,), "January 15, 2027"),
    ],
)
def test_an_entry_of_a_parameter_is_written(path: str, keys: tuple[str | int, ...], written: str) -> None:
    assert MACROS.parameter(path, *keys) == written


def test_a_date_can_start_with_its_day() -> None:
    assert MACROS.parameter("uk/payments.payment_days", "bill", day_first=True) == "31 January"
    assert MACROS.parameter("us/estimated_tax.due_dates", 3, day_first=True) == "15 January 2027"


def test_an_entry_that_a_parameter_lacks_is_an_error() -> None:
    with pytest.raises(KeyError):
        MACROS.parameter("ca/payments.instalment_limit", "ontario")


def test_a_source_read_in_a_report_names_the_reporter() -> None:
    assert MACROS.source("uk-vat-threshold").endswith("Read 2026-11-28, as reported by accountants’ guides.")
    assert MACROS.source("uk-right-to-rent-council").endswith("Read 2026-11-29.")
