"""The fifty states and the District of Columbia: which of them are computed, and which have local income taxes."""

from __future__ import annotations

from collections.abc import Mapping

from .....engine.fields import Option

OWN_RATE = "none"
"""The choice of a reader who types a rate."""

NAMES: Mapping[str, str] = {
    "al": "Alabama",
    "ak": "Alaska",
    "az": "Arizona",
    "ar": "Arkansas",
    "ca": "California",
    "co": "Colorado",
    "ct": "Connecticut",
    "de": "Delaware",
    "dc": "District of Columbia",
    "fl": "Florida",
    "ga": "Georgia",
    "hi": "Hawaii",
    "id": "Idaho",
    "il": "Illinois",
    "in": "Indiana",
    "ia": "Iowa",
    "ks": "Kansas",
    "ky": "Kentucky",
    "la": "Louisiana",
    "me": "Maine",
    "md": "Maryland",
    "ma": "Massachusetts",
    "mi": "Michigan",
    "mn": "Minnesota",
    "ms": "Mississippi",
    "mo": "Missouri",
    "mt": "Montana",
    "ne": "Nebraska",
    "nv": "Nevada",
    "nh": "New Hampshire",
    "nj": "New Jersey",
    "nm": "New Mexico",
    "ny": "New York",
    "nc": "North Carolina",
    "nd": "North Dakota",
    "oh": "Ohio",
    "ok": "Oklahoma",
    "or": "Oregon",
    "pa": "Pennsylvania",
    "ri": "Rhode Island",
    "sc": "South Carolina",
    "sd": "South Dakota",
    "tn": "Tennessee",
    "tx": "Texas",
    "ut": "Utah",
    "vt": "Vermont",
    "va": "Virginia",
    "wa": "Washington",
    "wv": "West Virginia",
    "wi": "Wisconsin",
    "wy": "Wyoming",
}

UNTAXED = ("ak", "fl", "nv", "nh", "sd", "tn", "tx", "wa", "wy")
"""States without a tax on pay or on the profit of a business of one's own."""

TAXED = (
    "al",
    "ar",
    "az",
    "ca",
    "co",
    "ct",
    "de",
    "ga",
    "ia",
    "id",
    "il",
    "in",
    "ks",
    "ky",
    "la",
    "mi",
    "mo",
    "ms",
    "mt",
    "nc",
    "nd",
    "ne",
    "nj",
    "ny",
    "oh",
    "ok",
    "or",
    "pa",
    "ri",
    "sc",
    "ut",
    "va",
    "wv",
)
"""States whose tax is computed. Each has a file in parameters/us/states."""

COVERED = frozenset((*UNTAXED, *TAXED))


def _option(code: str) -> Option:
    if code in COVERED:
        return Option(code, NAMES[code], group="Computed")
    return Option(code, f"{NAMES[code]}: your own rate", group="Not computed yet: type your own rate")


OPTIONS = (
    Option(OWN_RATE, "Choose your state, or type your own rate below"),
    *sorted((_option(code) for code in NAMES), key=lambda option: option.value not in COVERED),
)
"""The choices of the form: those that are computed first, each group by name."""
