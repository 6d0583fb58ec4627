"""The answers to what-if questions. Values are rounded as the page writes them; `as_json` is their form for other programs."""

from dataclasses import asdict, dataclass

from ..engine.analysis.percentiles import Percentiles
from ..engine.analysis.scenarios import Comparison


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


@dataclass(frozen=True)
class RangeAnswer:
    """The spread of a figure over simulated cases. Without a spread, `draws` is 0 and `why` explains it.

    A bin is (from, to, number of cases).
    """

    figure: str
    label: str
    draws: int = 0
    why: str = ""
    spread: Percentiles | None = None
    bins: tuple[tuple[float, float, int], ...] = ()


Answer = SensitivityAnswer | SeekAnswer | RangeAnswer | Comparison


def as_json(answer: Answer) -> dict[str, object]:
    """Convert an answer to plain JSON values, without the results that were seen or the spread if it has none."""
    plain: dict[str, object] = {name: _plain(value) for name, value in asdict(answer).items()}
    if isinstance(answer, RangeAnswer):
        spread, bins = plain.pop("spread"), plain.pop("bins")
        return plain | spread | {"bins": bins} if isinstance(spread, dict) else plain
    if isinstance(answer, SeekAnswer) and answer.reached is None:
        del plain["reached"]
    return plain


def _plain(value: object) -> object:
    """Convert tuples to lists, at any depth."""
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value
