"""Fields: what a reader can enter, and the units of figures.

A calculator's inputs are a frozen dataclass whose fields are annotated with one of these classes. The same classes serve as units of
figures, so that "dollars a year" is declared in one way only.
"""

from .base import DeclarationError, Estimate, Field
from .choices import Choice, Choices, Option, Preset
from .numbers import CEILING, Count, Hours, Money, Months, Number, Proportion, Rate, per_phrase
from .rows import Carry, Pick, Rows, Slot, Start, columns, slots
from .texts import Day, NumberList, Page, Phrases, Text, Timetable, TitleOf

__all__ = [
    "CEILING",
    "Carry",
    "Choice",
    "Choices",
    "Count",
    "Day",
    "DeclarationError",
    "Estimate",
    "Field",
    "Hours",
    "Money",
    "Months",
    "Number",
    "NumberList",
    "Option",
    "Page",
    "Phrases",
    "Pick",
    "Preset",
    "Proportion",
    "Rate",
    "Rows",
    "Slot",
    "Start",
    "Text",
    "Timetable",
    "TitleOf",
    "columns",
    "per_phrase",
    "slots",
]
