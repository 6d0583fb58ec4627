"""How the largest source's share moves when that source brings in less or more."""

from ...engine.analysis.doubt import moved
from ...engine.calculator import Outcome
from . import figures
from .inputs import Inputs


def largest_off(outcome: Outcome[Inputs]) -> str:
    """The share if the largest source brings in a tenth less or more."""
    amounts = [stream.amount for stream in outcome.inputs.streams]
    if not amounts or max(amounts) <= 0:
        return ""
    place = amounts.index(max(amounts))
    name = outcome[figures.stream_name][place].replace("{", "{{").replace("}", "}}")
    return moved(outcome, f"streams.{place}.amount", f"if {name} brings in {{low}} or {{high}} a month")
