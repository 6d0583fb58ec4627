"""The command that lists parameters that expire soon."""

import subprocess
import sys
from datetime import date, timedelta

import pytest

from calculators.__main__ import main
from calculators.engine import parameters
from calculators.expiring_parameters import LOOK_AGAIN, SOON, expiring, files, overdue, report

EVERY = {file: parameters.load(file)["valid_through"] for file in files()}


def test_every_file_has_an_end_and_a_parameter_or_table() -> None:
    assert "us/income_tax" in EVERY
    assert not set(EVERY) & set(parameters.SOURCE_FILES)
    assert all(isinstance(last, date) for last in EVERY.values())


@pytest.mark.parametrize("file", EVERY)
def test_a_file_is_listed_from_ninety_days_before_its_end_on(file: str) -> None:
    last = EVERY[file]
    assert file not in {entry.file for entry in expiring(last - timedelta(days=91))}
    (listed,) = [entry for entry in expiring(last - timedelta(days=90)) if entry.file == file]
    assert (listed.last, listed.days) == (last, 90)
    (past,) = [entry for entry in expiring(last + timedelta(days=3)) if entry.file == file]
    assert past.days == -3


def test_report_names_users_and_is_sorted_by_date() -> None:
    entries = expiring(max(EVERY.values()))
    assert {entry.file for entry in entries} == set(EVERY)
    assert [entry.last for entry in entries] == sorted(entry.last for entry in entries)
    users = {entry.file: entry.users for entry in entries}
    assert {"take-home", "rate-to-charge"} <= set(users["us/income_tax"])


def look_again(file: str) -> date | None:
    return next((day for folder, day in LOOK_AGAIN.items() if file.startswith(folder)), None)


def test_no_figure_ends_within_sixty_days_without_a_plan() -> None:
    """This fails 60 days before figures end: look up the next ones, or set a day in LOOK_AGAIN until which nobody publishes them."""
    assert [(entry.file, entry.last) for entry in overdue(date.today())] == []  # noqa: DTZ011 - the local day is meant


@pytest.mark.parametrize("file", EVERY)
def test_a_file_is_overdue_from_sixty_days_before_its_end_on(file: str) -> None:
    """Or from the day after the one that is set to look again, which is at most 60 days after the end."""
    last, again = EVERY[file], look_again(file)
    first = last - timedelta(days=SOON) if again is None or again < last - timedelta(days=SOON) else again + timedelta(days=1)
    assert file not in {entry.file for entry in overdue(first - timedelta(days=1))}
    assert file in {entry.file for entry in overdue(first)}
    assert first <= last + timedelta(days=SOON + 1)


def test_every_place_and_benefit_is_listed_with_its_users() -> None:
    entries = {entry.file: entry for entry in expiring(max(EVERY.values()))}
    for file in ("us/states/ks", "ca/on", "us/snap", "us/benefits", "uk/benefits", "au/benefits", "ca/benefits"):
        assert "take-home" in entries[file].users, file
    assert all(entry.users for file, entry in entries.items() if file.startswith(("us/", "ca/", "uk/", "au/")))


def test_report_names_projected_figures_and_next_look() -> None:
    (snap,) = [entry for entry in expiring(EVERY["us/snap"]) if entry.file == "us/snap"]
    assert "utility_allowance" in snap.projected
    assert "standard_deduction" not in snap.projected
    printed = report(EVERY["us/snap"])
    assert f"projected {', '.join(snap.projected)}" in printed
    assert f"look again by {snap.look_again}" in printed


def test_nothing_is_reported_while_nothing_expires() -> None:
    assert report(min(EVERY.values()) - timedelta(days=200), 90).startswith("Nothing ends within 90 days of ")


def test_command_prints_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    last = EVERY["us/income_tax"]
    assert main(["ending", "--as-of", (last - timedelta(days=5)).isoformat(), "--within", "10"]) == 0
    printed = capsys.readouterr().out
    assert f"{last}  us/income_tax.toml  ends in 5 days" in printed
    assert "standard_deduction" in printed


@pytest.mark.parametrize(
    ("days", "words"),
    [(2, "ends in 2 days"), (1, "ends in 1 day"), (0, "ends today"), (-1, "ended 1 day ago"), (-2, "ended 2 days ago")],
)
def test_report_says_when_a_file_ends(days: int, words: str) -> None:
    last = EVERY["us/income_tax"]
    lines = report(last - timedelta(days=days)).splitlines()
    assert f"{last}  us/income_tax.toml  {words}" in lines


def test_report_is_for_ninety_days_from_today_unless_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ending"]) == 0
    assert capsys.readouterr().out == f"{report(date.today(), 90)}\n"  # noqa: DTZ011 - the local day is meant


def test_invalid_day_is_refused() -> None:
    refused = subprocess.run(
        [sys.executable, "-m", "calculators", "ending", "--as-of", "soon"], capture_output=True, text=True, check=False
    )
    assert refused.returncode == 2
    assert "soon is not a date; write one like 2026-11-23" in refused.stderr
