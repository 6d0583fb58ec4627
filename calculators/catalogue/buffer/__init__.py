"""The buffer: how much income varies, and how much savings it takes to get through."""

from ...engine.calculator import Calculator, Group
from ...engine.figures import figures_in
from . import figures
from .charts import course_chart, past_chart
from .doubt import other_years
from .inputs import Inputs
from .notes import enough_note, few_note, made_note, never_note, rule_note, short_note, zero_note

CALCULATOR = Calculator(
    id="buffer",
    title="The buffer",
    purpose="Can you handle the swings in your income?",
    inputs=Inputs,
    figures=figures_in(figures),
    headline=figures.buffer,
    support=("missing", "months_to_build", "covered"),
    draws=200,  # each draw simulates two thousand years
    parameters={"rule_weeks": "buffers.weeks_of_income"},
    groups=(
        Group("What comes in", ("past", "steady")),
        Group("What you need", ("spending",)),
        Group("Your buffer", ("have", "save", "cover")),
    ),
    charts=(course_chart, past_chart),
    doubt=other_years,
    notes=(zero_note, short_note, few_note, enough_note, never_note, rule_note, made_note),
)
