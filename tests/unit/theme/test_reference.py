"""The list of all sources says honestly what was read."""

import re

from theme.mkdocs.reference import all_sources, source_list


def test_source_list_counts_what_was_not_opened() -> None:
    """By the notes that readers see, and no entry claims to have been read on a day."""
    listed = source_list()
    entries = re.findall(r"<li [^>]*>.*?</li>", listed)
    second_hand = [entry for entry in entries if re.search("not (opened|read)", entry, re.IGNORECASE)]
    assert len(entries) == len(all_sources())
    assert f"These are {len(entries)} sources. For {len(second_hand)} of them" in listed
    assert not re.search(r"\. Read \d{4}-", listed)
