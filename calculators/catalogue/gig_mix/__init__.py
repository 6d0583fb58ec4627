"""The gig mix: which gigs, and how many hours of each, make the most of the open hours."""

from ...engine.calculator import Calculator, Group, RowsTable
from ...engine.figures import Series, figures_in
from . import figures
from .charts import beside_chart, stairs_chart
from .hours import PARTS
from .inputs import PART_LABELS, Inputs, gigs_are_sound
from .notes import calm_note, next_note, nothing_note, promised_note, unused_note

CALCULATOR = Calculator(
    id="gig-mix",
    title="The gig mix",
    purpose="Which gigs, and how many hours of each?",
    inputs=Inputs,
    figures=figures_in(figures),
    headline=figures.total,
    support=("total_month", "hours_used", "per_hour"),
    series=(Series("parts", "part", "Part of the day", PARTS, PART_LABELS),),
    rules=(gigs_are_sound,),
    groups=(
        Group("Your open hours", ("morning", "afternoon", "evening", "night", "most")),
        Group("Your gigs", ("gigs",)),
        Group("Your floor, and how your gigs vary together", ("least_pay", "together"), folded=True),
    ),
    tables=(
        RowsTable("gigs", "Gig by gig", "gig_name", (figures.hours, figures.income, figures.share, figures.alone)),
        RowsTable("parts", "What another hour is worth", "part", (figures.next_by_part,)),
    ),
    charts=(stairs_chart, beside_chart),
    notes=(nothing_note, next_note, promised_note, unused_note, calm_note),
)
