"""The gig mix: which gigs, and how many hours of each, make the most of the open hours."""

from __future__ import annotations

from ...engine.calculator import Calculator, Group, RowsTable
from ...engine.figures import Series
from .charts import beside_chart, stairs_chart
from .figures import (
    alone,
    best_alone,
    ceiling,
    concentration,
    equal_gigs,
    gig_name,
    hours,
    hours_left,
    hours_used,
    income,
    mix_adds,
    next_by_part,
    next_hour,
    offers,
    open_hours,
    per_hour,
    share,
    swing_alone,
    swing_mix,
    total,
    total_month,
)
from .hours import PARTS
from .inputs import PART_LABELS, Inputs, gigs_are_sound
from .notes import calm_note, next_note, nothing_note, promised_note, unused_note

CALCULATOR = Calculator(
    id="gig-mix",
    title="The gig mix",
    purpose="Which gigs, and how many hours of each?",
    inputs=Inputs,
    figures=(
        gig_name,
        offers,
        open_hours,
        ceiling,
        hours,
        income,
        total,
        share,
        alone,
        total_month,
        hours_used,
        hours_left,
        per_hour,
        next_by_part,
        next_hour,
        best_alone,
        mix_adds,
        concentration,
        equal_gigs,
        swing_mix,
        swing_alone,
    ),
    headline=total,
    series=(Series("parts", "part", "Part of the day", PARTS, PART_LABELS),),
    rules=(gigs_are_sound,),
    groups=(
        Group("Your open hours", ("morning", "afternoon", "evening", "night", "most")),
        Group("Your floor", ("least_pay",)),
        Group("Your gigs", ("gigs",)),
        Group("Luck", ("together",), folded=True),
    ),
    tables=(
        RowsTable("gigs", "Gig by gig", "gig_name", (hours, income, share, alone)),
        RowsTable("parts", "What another hour is worth", "part", (next_by_part,)),
    ),
    charts=(stairs_chart, beside_chart),
    notes=(nothing_note, next_note, promised_note, unused_note, calm_note),
)
