"""Signs of currencies: what can be one, how it stands before an amount, and what is recognized beside a typed one."""

import pytest

from calculators.engine.articles import article
from calculators.engine.currencies import is_currency, strip_currency
from calculators.engine.currency import DOLLAR, Currency, currency_of, in_currency


@pytest.mark.parametrize("sign", ["€", "US$", "kr", "Rs.", "abcd", "zł", "元", "万", " € "])
def test_sign_has_up_to_four_letters_and_symbols(sign: str) -> None:
    assert currency_of(sign) == Currency(sign.strip())


@pytest.mark.parametrize("sign", ["", " ", "abcde", "5", "a1", "<", "a b", "a-b", "−", "½", "²", "\u200b", None, 5, "€,"])
def test_what_can_be_no_sign_is_the_dollar(sign: object) -> None:
    assert currency_of(sign) == DOLLAR


@pytest.mark.parametrize(
    ("sign", "before"), [("€", "€"), ("US$", "US$"), ("kr", "kr\u00a0"), ("Rs.", "Rs.\u00a0"), ("", ""), ("$U", "$U\u00a0")]
)
def test_letters_are_followed_by_a_space(sign: str, before: str) -> None:
    assert Currency(sign).before == before


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("$5", "5"),
        ("5 €", "5"),
        ("5€", "5"),
        ("USD 5", " 5"),
        ("usd5", "5"),
        ("Rs.5", "5"),
        ("$.5", ".5"),
        ("$ -5", " -5"),
        ("$(5)", "(5)"),
        ("5 dollars", "5"),
        ("5.-kr", "5.-"),
        ("5 kr.", "5"),
        ("C$5", "5"),
        ("5", None),
        ("5 apples", None),
        ("apples 5", None),
        ("5 ¢", None),
        ("$", None),
        ("$x", None),
        ("5 € 6", None),
    ],
)
def test_sign_is_taken_off_an_amount(text: str, rest: str | None) -> None:
    assert strip_currency(text) == rest


def test_own_sign_is_recognized() -> None:
    assert not is_currency("Gp")
    with in_currency(Currency("Gp")):
        assert is_currency("Gp")
        assert strip_currency("Gp 5") == " 5"


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("8", "an"),
        ("80,000", "an"),
        ("11", "an"),
        ("110", "a"),
        ("11,000", "an"),
        ("1,100", "a"),
        ("18,000,000", "an"),
        ("180", "a"),
        ("7", "a"),
        ("MBA", "an"),
        ("PDF", "a"),
        ("X", "an"),
        ("Apple", "an"),
        ("", "a"),
    ],
)
def test_article_of_numbers_and_capitals(phrase: str, word: str) -> None:
    assert article(phrase) == word
