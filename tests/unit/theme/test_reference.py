"""The list of all sources says honestly what was read."""

import re

from theme.mkdocs.reference import all_sources, source_list


def test_source_list_counts_what_was_not_opened() -> None:
    """By what readers see; only an entry whose own text was read says on which day it was."""
    listed = source_list()
    entries = re.findall(r"<li [^>]*>.*?</li>", listed)
    second_hand = [entry for entry in entries if re.search(r"\bas re(ported|printed) |\bnot (opened|read)\b", entry, re.IGNORECASE)]
    assert len(entries) == len(all_sources())
    assert f"These are {len(entries)} sources. For {len(second_hand)} of them" in listed
    assert not any(re.search(r"\. Read [\d-]+\.", entry) for entry in second_hand)
