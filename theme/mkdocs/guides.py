"""The parts that the field guides share: what is published about a guide's gigs, and its tax lines, as Markdown."""

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypedDict

from calculators.engine import parameters
from calculators.engine.fields import Rate, per_phrase
from calculators.engine.money import write_money
from calculators.shared.gigs import Cited, Gig, gigs
from calculators.shared.guides import guides

COUNTRIES = {"us": "United States", "uk": "United Kingdom", "ca": "Canada", "au": "Australia"}
"""The countries of the tax lines, in the order of the lines."""

_PARAMETER = re.compile(r"\{([\w/.]+)\}")


class TaxLine(TypedDict):
    """A tax line: its text, and the ids of its sources."""

    text: str
    sources: list[str]


def tax_kinds() -> Mapping[str, Mapping[str, TaxLine]]:
    """The tax lines: kind of income -> country -> line."""
    return tomllib.loads(Path(__file__).with_name("guide_tax.toml").read_text("utf-8"))


def tax_lines(kind: str, parameter: Callable[[str], str]) -> str:
    """Return a list with one line for each country.

    Args:
        kind: a table of guide_tax.toml.
        parameter: writes the value of a dated parameter.

    Raises:
        LookupError: when there is no such kind, parameter or source.
    """
    lines = tax_kinds()[kind]
    return "\n".join(f"- **{name}:** {_tax_line(lines[country], parameter)}" for country, name in COUNTRIES.items())


def _tax_line(line: TaxLine, parameter: Callable[[str], str]) -> str:
    text = _PARAMETER.sub(lambda match: parameter(match[1]), line["text"])
    return f"{text} ({'; '.join(map(_link, line['sources']))})"


def _link(name: str) -> str:
    source = parameters.source(name)
    return f"[{source.title}]({source.url})" if source.url else source.title


def published(guide: str) -> str:
    """Return a list of the guide's gigs: the published price, the platform fee, and what stands in the way.

    Raises:
        LookupError: when there is no such guide.
    """
    return "\n".join(f"- {_published(gigs()[name])}" for name in guides()[guide])


def _published(gig: Gig) -> str:
    sentences = [f"**{gig.label}:** {_price(gig)}"]
    if "fee" in gig.cited and gig.keeps_a_share:
        sentences.append(f"The platform keeps {Rate().write(gig.cited['fee'].typical)} ({_cited(gig.cited['fee'])}).")
    return " ".join([*sentences, f"*In the way:* {'; '.join(gig.obstacles)}."])


def _price(gig: Gig) -> str:
    known = gig.cited.get("price")
    if known is None:
        return f"there is no honest figure for what {per_phrase(gig.unit)} pays, so look at offers near you."
    low, typical, high = (write_money(value, 0 if value.is_integer() else 2) for value in (known.low, known.typical, known.high))
    middle = f"; {typical} in the middle" if known.typical < known.high else ""
    return f"{low} to {high} {per_phrase(gig.unit)}{middle} ({_cited(known)})."


def _cited(known: Cited) -> str:
    """The note, the source, and the date that the figure is for; where that is the day on which we looked it up, it says so."""
    if known.as_of is None:
        return known.note
    is_looked_up = known.as_of.isoformat() == parameters.source(known.source).retrieved
    return f"{known.note.rstrip('.')}; {_link(known.source)}, {'looked up ' if is_looked_up else ''}{known.day}"
