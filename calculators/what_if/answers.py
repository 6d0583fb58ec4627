"""The answers to what-if questions. Values are rounded as the page writes them; `as_json` is their form for other programs."""

from dataclasses import asdict, dataclass

from ..engine.analysis.percentiles import Percentiles
from ..engine.analysis.scenarios import Comparison, Line
from ..engine.fields import Estimate


@dataclass(frozen=True)
class InputSwing:
    """One input moved down and up, with its unit, and the headline's value at each end; None where the headline has none."""

    input: str
    label: str
    low: str
    high: str
    at_low: float | None
    at_high: float | None


@dataclass(frozen=True)
class SensitivityAnswer:
    """The inputs that move the headline, strongest first. `here` is the headline's present value; `why` explains an empty answer."""

    figure: str
    label: str
    here: float | None
    swings: tuple[InputSwing, ...]
    why: str

    def as_json(self) -> dict[str, object]:
        """Convert to plain JSON values."""
        return asdict(self) | {"swings": [asdict(swing) for swing in self.swings]}


@dataclass(frozen=True)
class SeekAnswer:
    """The value of one input at which a figure reaches a goal; `value` is None when there is none, and `why` explains it.

    `reached` is the lowest and highest result that was seen when the goal lies outside of them.
    """

    figure: str
    goal: float
    by: str
    label: str
    value: float | None
    text: str
    result: float | None
    why: str
    reached: tuple[float, float] | None = None

    def as_json(self) -> dict[str, object]:
        """Convert to plain JSON values, without `reached` when it is None."""
        answer = {name: value for name, value in asdict(self).items() if name != "reached"}
        return answer if self.reached is None else answer | {"reached": list(self.reached)}


@dataclass(frozen=True)
class RangeAnswer:
    """The spread of a figure over simulated cases. Without a spread, `draws` is 0 and `why` explains it.

    A bin is (from, to, number of cases).
    """

    figure: str
    label: str
    why: str = ""
    draws: int = 0
    spread: Percentiles | None = None
    bins: tuple[tuple[float, float, int], ...] = ()

    def as_json(self) -> dict[str, object]:
        """Convert to plain JSON values, without percentiles and bins when there is no spread."""
        answer: dict[str, object] = {"figure": self.figure, "label": self.label, "draws": self.draws, "why": self.why}
        if self.spread is None:
            return answer
        return answer | asdict(self.spread) | {"bins": [list(entry) for entry in self.bins]}


@dataclass(frozen=True)
class CompareAnswer:
    """Scenarios side by side."""

    comparison: Comparison

    def as_json(self) -> dict[str, object]:
        """Convert to plain JSON values."""
        inputs, figures = ([_line(line) for line in lines] for lines in (self.comparison.inputs, self.comparison.figures))
        return {"names": list(self.comparison.names), "inputs": inputs, "figures": figures}


Answer = SensitivityAnswer | SeekAnswer | RangeAnswer | CompareAnswer


def _line(line: Line) -> dict[str, object]:
    values = [_plain(value) for value in line.values]
    return {"name": line.name, "label": line.label, "texts": list(line.texts), "values": values, "differs": line.differs}


def _plain(value: object) -> object:
    if isinstance(value, Estimate):
        return asdict(value)
    return list(value) if isinstance(value, tuple) else value
