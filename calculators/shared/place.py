"""The place whose published series apply to a workbook, derived from its currency and country."""

from ..engine.currency import DOLLAR, Currency

NOWHERE = "none"
"""A place without a published series here."""
BY_SIGN = {
    **dict.fromkeys(("$", "US$", "USD"), "us"),
    **dict.fromkeys(("£", "GBP"), "uk"),
    **dict.fromkeys(("€", "EUR"), "euro"),
    **dict.fromkeys(("C$", "CA$", "CAD"), "ca"),
    **dict.fromkeys(("A$", "AU$", "AUD"), "au"),
}
BY_COUNTRY = {"us": "us", "uk": "uk", "ca": "ca", "au": "au"}
"""The countries of take-home pay."""


def place_of(currency: Currency, country: object) -> str:
    """Derive the place from a workbook's currency and the country of its take-home pay.

    Several countries use $, so there the country decides. Every other currency decides by itself.
    """
    if currency == DOLLAR and isinstance(country, str):
        return BY_COUNTRY.get(country, NOWHERE)
    return BY_SIGN.get(currency.sign.upper(), NOWHERE)
