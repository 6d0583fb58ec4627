"""The time audit: where a week's 168 hours go, and which idle hours could be leveraged."""

from ...engine.calculator import Calculator, Group, Outcome, RowsTable
from ...engine.figures import Series, figures_in
from . import figures, survey
from .charts import week_chart
from .doubt import unaccounted_hours
from .inputs import Inputs, fits_the_week
from .survey import cites, sleep_note, survey_note
from .weekly_hours import PART_LABELS, PARTS


def rest_note(outcome: Outcome) -> str:
    """The rest that the reader keeps takes all open hours."""
    if outcome[figures.leverage_hours] > 0:
        return ""
    return "The rest that you keep takes every open hour. That is a valid answer too: leverage something other than time."


CALCULATOR = Calculator(
    id="time-audit",
    title="Time audit",
    purpose="Where do your week's 168 hours go, and which idle ones could earn?",
    inputs=Inputs,
    figures=figures_in(figures, survey),
    headline=figures.leverage_hours,
    support=("hours_used", "open_hours", "leverage_year"),
    series=(Series("parts", "part", "Part of the day", PARTS, PART_LABELS),),
    rules=(fits_the_week,),
    groups=(
        Group("Your week", ("days",)),
        Group("Your rest", ("give_screens", "rest_floor")),
        Group(
            "Type hours a week instead",
            ("uses",),
            hint="Once there is an activity here, these hours count and your days don’t.",
            folded=True,
        ),
    ),
    tables=(
        RowsTable("parts", "By part of the day", "part", (figures.part_used, figures.part_open, figures.part_rest, figures.part_leverage)),
        figures.week,
        survey.beside,
    ),
    charts=(week_chart,),
    doubt=unaccounted_hours,
    cites=cites,
    notes=(sleep_note, rest_note, survey_note),
)
