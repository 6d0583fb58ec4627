"""The panel in which readers say where they live, in what household, and how they write money and numbers."""

from dataclasses import dataclass

from calculators.catalogue.take_home.ca.inputs import PROVINCES
from calculators.catalogue.take_home.inputs import COUNTRIES
from calculators.catalogue.take_home.uk.inputs import REGIONS
from calculators.catalogue.take_home.us.states.places import NAMES
from calculators.engine.fields import Option
from calculators.engine.notation import EXAMPLES
from calculators.workbook.about import EURO, HOUSEHOLDS


@dataclass(frozen=True)
class Answer:
    """A choice of the panel."""

    value: str
    label: str


@dataclass(frozen=True)
class Region:
    """The question for a part of a country whose tax law differs."""

    country: str
    label: str
    options: tuple[Answer, ...]


@dataclass(frozen=True)
class AboutPanel:
    """The panel. `id` begins the ids of its controls.

    It is open until answered where it is `first` asked, on the path's first step, and it stays open where it is `always`.
    """

    id: str
    first: bool
    always: bool
    countries: tuple[Answer, ...]
    regions: tuple[Region, ...]
    households: tuple[Answer, ...]
    notations: tuple[str, ...]


HOUSEHOLDS_ASKED = tuple(Answer(value, label) for value, label in HOUSEHOLDS.items())


def about_panel(*, first: bool = False, always: bool = False) -> AboutPanel:
    """The panel with its choices, which are those of take-home pay."""
    *laws, elsewhere = _answers(COUNTRIES)
    regions = (
        Region("us", "Your state", tuple(Answer(code, NAMES[code]) for code in sorted(NAMES, key=lambda code: NAMES[code]))),
        Region("uk", "Your part of the country", _answers(REGIONS)),
        Region("ca", "Your province or territory", _answers(PROVINCES)),
    )
    return AboutPanel("ug", first, always, (*laws, Answer("euro", EURO), elsewhere), regions, HOUSEHOLDS_ASKED, EXAMPLES)


def _answers(options: tuple[Option, ...]) -> tuple[Answer, ...]:
    return tuple(Answer(option.value, option.label) for option in options)
