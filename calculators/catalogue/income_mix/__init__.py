"""The income mix: what you live on now, how much depends on one source, and what losing it would mean."""

from ...engine.calculator import Calculator, Group, RowsTable
from ...engine.figures import figures_in
from . import figures
from .charts import ways_chart
from .doubt import largest_off
from .inputs import Inputs
from .notes import empty_note, nothing_note, safe_note, short_note, single_note

CALCULATOR = Calculator(
    id="income-mix",
    title="The income mix",
    purpose="What do you live on now, and what if part of it stopped?",
    inputs=Inputs,
    figures=figures_in(figures),
    headline=figures.largest_share,
    support=("total", "largest_lasts", "left_over"),
    groups=(Group("What comes in", ("streams",)), Group("What you need and have", ("spending", "savings"))),
    tables=(RowsTable("streams", "If it stopped", "stream_name", (figures.share, figures.without, figures.short, figures.lasts)),),
    charts=(ways_chart,),
    doubt=largest_off,
    notes=(nothing_note, short_note, single_note, safe_note, empty_note),
)
