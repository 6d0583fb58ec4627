"""The income mix: what you live on now, how much depends on one source, and what losing it would mean."""

from __future__ import annotations

from ...engine.calculator import Calculator, Group, RowsTable
from .charts import ways_chart
from .figures import (
    concentration,
    equal_sources,
    largest,
    largest_lasts,
    largest_share,
    largest_short,
    lasts,
    left_over,
    own_share,
    share,
    short,
    stream_name,
    total,
    without,
)
from .inputs import Inputs
from .notes import empty_note, nothing_note, safe_note, short_note, single_note

CALCULATOR = Calculator(
    id="income-mix",
    title="The income mix",
    purpose="What do you live on now, and what if part of it stopped?",
    inputs=Inputs,
    figures=(
        stream_name,
        total,
        share,
        without,
        short,
        lasts,
        largest,
        largest_share,
        largest_short,
        largest_lasts,
        concentration,
        equal_sources,
        own_share,
        left_over,
    ),
    headline=largest_share,
    groups=(
        Group("What comes in", ("streams",)),
        Group("What you need and have", ("spending", "savings")),
    ),
    tables=(RowsTable("streams", "If it stopped", "stream_name", (share, without, short, lasts)),),
    charts=(ways_chart,),
    notes=(nothing_note, short_note, single_note, safe_note, empty_note),
)
