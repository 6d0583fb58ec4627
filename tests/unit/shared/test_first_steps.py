"""The first steps of each kind of gig: every gig has a kind, and every kind its five steps in plain words."""

import re
from collections import Counter
from dataclasses import astuple

import pytest

from calculators.engine.parameters import load
from calculators.shared.first_steps import ANY, first_steps, kind_of_gig, kind_options
from calculators.shared.gigs import gigs

KINDS = load("first_steps")["kinds"]


def test_every_gig_is_of_exactly_one_kind() -> None:
    listed = Counter(gig for entry in KINDS.values() for gig in entry["gigs"])
    assert dict(listed) == dict.fromkeys(gigs(), 1)


@pytest.mark.parametrize(("gig", "kind"), [("music-lessons", "teaching"), ("car-share", "vehicle"), ("tool-rental", "things"), ("", ANY)])
def test_gig_has_the_kind_that_lists_it(gig: str, kind: str) -> None:
    assert kind_of_gig(gig) == kind


def test_something_else_is_the_first_option() -> None:
    assert [option.value for option in kind_options()] == list(first_steps())
    assert kind_options()[0].value == ANY


@pytest.mark.parametrize("kind", first_steps())
def test_every_step_is_short_whole_and_without_amounts(kind: str) -> None:
    texts = astuple(first_steps()[kind])
    assert len(set(texts)) == len(texts)
    for text in texts:
        assert re.fullmatch(r"[A-Z][^\n]{30,180}\.", text)
        assert not re.search(r"\d|[$£€]|'", text)


def test_no_two_kinds_share_a_step() -> None:
    texts = [text for steps in first_steps().values() for text in astuple(steps)]
    assert len(set(texts)) == len(texts)
