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

TAXED = tuple(code for code in NAMES if code not in UNTAXED)
"""States whose tax is computed. Each has a file in parameters/us/states."""

OPTIONS = (
    Option(OWN_RATE, "Choose your state, or type your own rate below"),
    *(Option(code, name) for code, name in NAMES.items()),
)
"""The choices of the form."""
