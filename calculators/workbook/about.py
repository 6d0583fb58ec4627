"""What the reader says about themselves: country, region and household; and what a workbook implies where it does not say."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from ..engine.currency import DOLLAR, Currency, currency_of
from ..engine.place import HOME
from ..shared.place import NOWHERE, place_of

COUNTRIES = {"us": "us", "uk": "uk", "ca": "ca", "au": "au", "euro": "euro", "elsewhere": NOWHERE}
"""The answers to where the reader lives, each with the place whose published series apply. "euro" is any other country with the euro."""
EURO = "Another country with the euro"
"""The label of the country for which take-home pay has none."""
SIGNS = {"uk": "£", "euro": "€", "elsewhere": ""}
"""The currency signs that follow from the country; everywhere else it is the dollar's. As in theme/scripts/workbook/about.ts."""
HOUSEHOLDS = {
    "single": "Without a partner",
    "parent": "Without a partner, with my children",
    "married": "Married",
    "partners": "With a partner, not married",
}
"""The kinds of household, with their labels."""

_REGION = re.compile(r"[a-z]{2,8}")


class About(NamedTuple):
    """The reader's place, and the answers behind it, each "" where there is none. `region` is a code of take-home pay, such as "oh"."""

    place: str = HOME
    country: str = ""
    region: str = ""
    household: str = ""


def answers(book: object) -> dict[str, str] | None:
    """The valid answers in a workbook: {country, region?, household?}, {} where the reader skipped the question, None before that."""
    given = book.get("about") if isinstance(book, Mapping) else None
    if not isinstance(given, Mapping):
        return None
    country, region, household = (given.get(name) for name in ("country", "region", "household"))
    if not isinstance(country, str) or country not in COUNTRIES:
        return {}
    kept = {"country": country}
    if isinstance(region, str) and _REGION.fullmatch(region):
        kept["region"] = region
    return kept | {"household": household} if isinstance(household, str) and household in HOUSEHOLDS else kept


def about(book: object) -> About:
    """The reader of a workbook. Where they have not named a country, their sign and the country of their take-home pay imply the place."""
    given = answers(book)
    if given:
        return About(COUNTRIES[given["country"]], **given)
    if not isinstance(book, Mapping):
        return About()
    return About(place_of(currency_of(book.get("sign")), _taxed_in(book)))


def currency(book: object) -> Currency:
    """The currency in which a workbook's amounts are written: its own sign, or that of the reader's country."""
    sign = book.get("sign") if isinstance(book, Mapping) else None
    return currency_of(sign) if isinstance(sign, str) and sign.strip() else followed(answers(book))


def followed(given: Mapping[str, str] | None) -> Currency:
    """The currency that follows from the answers."""
    return Currency(SIGNS.get((given or {}).get("country", ""), DOLLAR.sign))


def with_country(book: dict[str, object]) -> dict[str, object]:
    """Convert a workbook of schema 1, whose sign and take-home pay implied the country, to schema 2, which names it.

    Where nothing implied one, there is none, and the reader is asked. The sign stays as it is.
    """
    migrated, place, taxed = {**book, "schema": 2}, about(book).place, _taxed_in(book)
    migrated.pop("about", None)
    if place == HOME and taxed != HOME:
        return migrated
    migrated["about"] = {"country": next(country for country in COUNTRIES if COUNTRIES[country] == place)}
    return {"sign": DOLLAR.sign} | migrated


def _taxed_in(book: Mapping[str, object]) -> object:
    """The country that the reader chose for take-home pay."""
    value: object = book
    for key in ("calculators", "take-home", "inputs", "country"):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value
