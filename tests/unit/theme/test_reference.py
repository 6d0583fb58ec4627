"""The list of all sources says honestly what was read."""

import html
import re
from datetime import date

import pytest

from calculators.engine.parameters import SECOND_HAND
from theme.mkdocs.reference import all_sources, parameter_files, source_list


def test_source_list_counts_what_was_not_opened() -> None:
    """By what readers see; only an entry whose own text was read says on which day it was."""
    listed = source_list()
    entries = re.findall(r"<li [^>]*>.*?</li>", listed)
    second_hand = [entry for entry in entries if SECOND_HAND.search(html.unescape(entry))]
    assert len(entries) == len(all_sources())
    assert f"These are {len(entries)} sources. For {len(second_hand)} of them" in listed
    assert not any(re.search(r"\. Read [\d-]+\.", entry) for entry in second_hand)


@pytest.mark.parametrize(
    "name", ["de-instructions-2025", "ok-511-2025", "ca-17052", "co-ospb-2025", "uk-two-child-limit", "rev-proc-2024-40"]
)
def test_source_read_in_part_in_another_text_is_second_hand(name: str) -> None:
    """Its own text was read, but for figures that are "as Axiom’s rules quote it", or that "PolicyEngine US 2.68.0 gives"."""
    assert [source.second_hand for source in all_sources() if source.name == name] == [True]


@pytest.mark.parametrize("name", ["mn-m1-2025", "ri-adv-2025-22", "ky-141-020", "irc-1411", "reinventing-parking"])
def test_copy_of_a_text_is_not_second_hand(name: str) -> None:
    assert [source.second_hand for source in all_sources() if source.name == name] == [False]


@pytest.mark.parametrize(
    ("file", "name", "text"),
    [
        ("au/income_tax", "brackets", "0% up to 18,200; 14% up to 45,000; 30% up to 135,000; 37% up to 190,000; 45% above that"),
        ("us/states/az", "bands", "2.5%"),
        ("uk/allowances", "mileage_rates", "car: 0.55 GBP up to 10,000; 0.25 GBP above that · motorcycle: 0.24 GBP"),
        ("us/states/al", "dependent_exemption", "1,000 USD up to 50,000; 500 USD up to 100,000; 300 USD above that"),
        ("us/snap", "self_employed_flat", "AL: 1; DE: 1; OK: 1; SC: 1"),
        ("us/states/ny", "estimated_days", "April 15; June 15; September 15; January 15"),
        ("us/benefits", "poverty_guideline", "contiguous: 15,960 USD; 5,680 USD · AK: 19,950 USD; 7,100 USD · HI: 18,360 USD; 6,530 USD"),
    ],
)
def test_value_of_a_parameter_is_in_words(file: str, name: str, text: str) -> None:
    """The newest value as the page of parameters shows it, checked against the file by hand."""
    (listed,) = [each for each in parameter_files(date(2026, 11, 29)) if each.name == file]
    (history,) = [each.history for each in listed.parameters if each.name == name]
    assert history[0].text == text


def test_no_value_of_a_parameter_has_the_name_of_its_kind() -> None:
    """ "0.08 bands" and "99.05 index" are no amounts."""
    texts = [value.text for file in parameter_files(date(2026, 11, 29)) for each in file.parameters for value in each.history]
    assert not [text for text in texts if re.search(r"\d (bands|brackets|index|number|rates|steps)\b|upto", text)]
