"""The article a or an, chosen by the sound of a word."""

import pytest

from calculators import CATALOGUE
from calculators.engine.articles import article
from calculators.engine.fields import Rows, per_phrase

A = (
    "use user unit union universal usual utility European euro one-time once-only month year sale gallon house helper holiday hundred "
    "UK USD US BBC GP 7-hour 1 10 100 110 1,100 180 1,234 70,000 yard way Uruguayan ubiquitous"
)
AN = (
    "hour heir honest honorable honor asset item idea estimate offer unpaid uninsured unimportant unnamed umbrella upkeep upfront utmost "
    "Uber MBA IRS HMRC LLC NGO ATO RRSP X-ray 8-hour 8 80 800 8,000 85,000 11 18 11-hour 11,000 18,500 owner Etsy"
)


@pytest.mark.parametrize("word", A.split())
def test_article_before_a_consonant_sound_is_a(word: str) -> None:
    assert article(word) == "a"


@pytest.mark.parametrize("word", AN.split())
def test_article_before_a_vowel_sound_is_an(word: str) -> None:
    assert article(word) == "an"


@pytest.mark.parametrize(("per", "words"), [("hour", "an hour"), ("unit", "a unit"), ("item", "an item"), ("", "")])
def test_per_phrase_has_the_right_article(per: str, words: str) -> None:
    assert per_phrase(per) == words


def test_add_row_buttons_have_the_right_article() -> None:
    items = {slot.field.item for calculator in CATALOGUE for slot in calculator.slots if isinstance(slot.field, Rows)}
    assert {item: article(item) for item in items} == {
        "activity": "an",
        "asset": "an",
        "debt": "a",
        "gig": "a",
        "kind of day": "a",
        "platform": "a",
        "source": "a",
        "step": "a",
        "tax day": "a",
        "use": "a",
    }
