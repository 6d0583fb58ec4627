"""The list of all sources says honestly what was read."""

import html
import re

import pytest

from calculators.engine.parameters import SECOND_HAND
from theme.mkdocs.reference import all_sources, source_list


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
