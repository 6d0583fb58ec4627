"""Prefills from take-home pay: what the gig takes, benefits included, and when tax is due."""

import pytest

from tests.unit.workbook.test_prefill import ELSEWHERE, HOURLY, book, linked, run


def test_plan_lists_the_tax_days_ahead_of_take_home() -> None:
    saved = book(take_home={"country": "uk", "tax_year": "2026", "wages": "30,000", "gross_receipts": "20,000", "expenses": "0"})
    (row,) = run("plan", saved, start_day="2028-02-01")["rows"]["tax_ahead"]
    assert "July" in row["due"]
    assert row["amount"] == 2_092.9  # half of 3,800 + 385.80
    assert len(run("plan", saved)["rows"]["tax_ahead"]) == 3
    assert "tax_days" not in linked("plan", book(take_home={**ELSEWHERE, "own_allowance": "0"}))


INSURED = {"country": "us", "tax_year": "2026", "state": "tx", "age": "58", "wages": "56,000", "expenses": "0", "benchmark_premium": "950"}


@pytest.mark.parametrize("receipts", ["9,000", "7,050"])
def test_benefit_lost_to_the_gig_is_set_aside_by_the_plan(receipts: str) -> None:
    """Above the cliff, the next dollars no longer show the credit that is lost. Just below it, they take more than they bring."""
    saved = book(take_home={**INSURED, "gross_receipts": receipts}, leverage_income={"own_hours": "40", "assets": [], "pairs": [HOURLY]})
    figures = run("take-home", saved, **saved["calculators"]["take-home"]["inputs"])["figures"]
    taken = 1 - figures["kept_from_gig"] / float(receipts.replace(",", ""))
    assert figures["marginal_rate"] < taken or figures["marginal_rate"] > 1
    for name, field in (("plan", "tax_rate"), ("net-hourly", "tax_rate"), ("equalizer", "hour_tax")):
        assert run(name, saved)["inputs"][field] == pytest.approx(min(taken, 0.9), abs=1e-6), name
    month = run("equalizer", saved)["figures"]["leverage_month"]
    assert month == pytest.approx(4 * 10 * (1 - min(taken, 0.9)) * 52 / 12, abs=0.01)
