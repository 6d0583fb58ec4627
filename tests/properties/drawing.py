"""Inputs of any calculator, drawn from its own fields: by Hypothesis for the property tests, by a seeded Random for parity.

Drawn values are within the bounds of each field. `MENDED` adjusts inputs for rules about several fields (unique names, hours that fit
into a day); inputs of other calculators may be refused now and then, which is a valid answer.
"""

import math
import random
import string
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

from calculators.catalogue.take_home.children import OLDEST
from calculators.catalogue.time_audit.days import DAYS_PER_WEEK
from calculators.catalogue.time_audit.weekly_hours import HOURS_PER_PART, PARTS
from calculators.engine.calculator import Calculator
from calculators.engine.fields import Choice, Choices, Number, Rows, Slot, Text, Timetable, slots
from calculators.engine.timetable_text import FREE, HALF_HOURS
from calculators.shared import gigs as assets

T = TypeVar("T")
MOST_ROWS = 5
LETTERS = string.ascii_letters + string.digits + " '\"&<>-éßñΩжあ😀"


class Dice(Protocol):
    """A source of random choices."""

    def pick(self, options: Sequence[T]) -> T: ...

    def number(self, low: float, high: float) -> float: ...

    def whole(self, low: int, high: int) -> int: ...


class SeededDice:
    """Random choices from a seed, the same on every machine."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def pick(self, options: Sequence[T]) -> T:
        return self._random.choice(options)

    def number(self, low: float, high: float) -> float:
        return low + (high - low) * self._random.random()

    def whole(self, low: int, high: int) -> int:
        return self._random.randint(low, high)


class DrawnDice:
    """Random choices by Hypothesis, so that it can shrink a failing example."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def pick(self, options: Sequence[T]) -> T:
        return self._draw(st.sampled_from(options))

    def number(self, low: float, high: float) -> float:
        return self._draw(st.floats(low, high))

    def whole(self, low: int, high: int) -> int:
        return self._draw(st.integers(low, high))


def _number(field: Number, dice: Dice) -> float | int:
    """A bound, an everyday amount with at most two decimals, or anything in between."""
    if field.whole:
        return dice.whole(int(field.ge), int(min(field.le, field.ge + dice.pick([3, 40, 10_000]))))
    manner = dice.pick(["low", "high", "everyday", "everyday", "everyday", "any"])
    if manner == "low":
        return field.ge
    if manner == "high":
        return field.le
    if manner == "any":
        return dice.number(field.ge, field.le)
    top = min(field.le, max(field.ge, 0.0) + dice.pick([1.0, 20.0, 500.0, 60_000.0]))
    unit = 100 * field.scale
    return dice.whole(round(max(field.ge, -top) * unit), round(top * unit)) / unit


def _one(slot: Slot, dice: Dice) -> Any:
    field = slot.field
    if isinstance(field, Rows):
        return [fields_of(slots(field.of), dice) for _ in range(dice.whole(field.minimum, min(field.maximum, field.minimum + MOST_ROWS)))]
    if isinstance(field, Number):
        if slot.estimate and dice.pick([True, True, False]):
            return dict(zip(("low", "typical", "high"), sorted(float(_number(field, dice)) for _ in range(3)), strict=True))
        return _number(field, dice)
    if isinstance(field, Choices):
        return [option.value for option in field.options if dice.pick([True, False])]
    if isinstance(field, Choice):
        return dice.pick(field.options).value
    if slot.name == "child_ages":
        return " ".join(str(dice.whole(0, OLDEST)) for _ in range(dice.pick([0, 0, 1, 2, 5])))
    if isinstance(field, Timetable):
        return _day(field, dice)
    if isinstance(field, Text):
        length = dice.whole(1 if field.required else 0, min(field.longest, 12))
        text = "".join(dice.pick(LETTERS) for _ in range(length)).strip()
        return text or ("x" if field.required else "")
    raise TypeError(f"nothing draws a {type(field).__name__}")


def _day(field: Timetable, dice: Dice) -> list[str]:
    """A day of a few spans, some of them free."""
    day: list[str] = []
    while len(day) < HALF_HOURS:
        day += [dice.pick([FREE, *(option.value for option in field.options)])] * dice.whole(1, HALF_HOURS // 2)
    return day[:HALF_HOURS]


def fields_of(declared: Sequence[Slot], dice: Dice) -> dict[str, Any]:
    """Raw inputs for these fields, as JSON values."""
    return {slot.name: _one(slot, dice) for slot in declared}


def _fit_the_week(raw: dict[str, Any], dice: Dice) -> None:
    raw["days"] = raw["days"][:DAYS_PER_WEEK]
    for index, day in enumerate(raw["days"]):
        left = DAYS_PER_WEEK - sum(earlier["times"] for earlier in raw["days"][:index])
        later = len(raw["days"]) - index - 1
        day["times"] = dice.whole(1, left - later) if later else left
    raw["uses"] = dice.pick([[], raw["uses"]])
    for part in PARTS:
        left = HOURS_PER_PART
        for use in raw["uses"]:
            use[part] = math.floor(min(use[part], left) * 1e6) / 1e6  # inputs are read to a millionth
            left = max(0.0, left - use[part])


def _fit_the_assets(raw: dict[str, Any], dice: Dice) -> None:
    for index, asset in enumerate(raw["assets"]):
        full = assets.kinds()[asset["kind"]].full
        asset["name"] = f"{asset['name']}{index}"
        asset["capacity"] = min(asset["capacity"], full) if full else asset["capacity"]
        asset["used"] = dice.pick([0.0, asset["capacity"], min(asset["used"], asset["capacity"])])


def _name_the_assets(raw: dict[str, Any], dice: Dice) -> None:
    names = [f"{asset['name']}{index}" for index, asset in enumerate(raw["assets"])]
    for asset, name in zip(raw["assets"], names, strict=True):
        asset["name"] = name
    for pair in raw["pairs"]:
        pair["asset"] = dice.pick(["", *names])


def _fit_the_purchase(raw: dict[str, Any], dice: Dice) -> None:
    for part in ("loan", "resale"):
        raw[part] = min(raw[part], raw["price"])
    raw["stop"] = dice.pick([0, raw["life"], min(raw["stop"], raw["life"])])


def _fit_the_gigs(raw: dict[str, Any], dice: Dice) -> None:
    del dice
    left = raw["most"]
    for gig in raw["gigs"]:
        gig["later"] = min(gig["later"], gig["pay"])
        kept = min(gig["promised"], gig["most"], left) if not gig["when"] and left <= raw["evening"] else 0.0
        gig["promised"] = kept
        left -= kept


def _type_the_months(raw: dict[str, Any], dice: Dice) -> None:
    raw["past"] = " ".join(str(dice.pick([0, 100, 820, 1_040, 2_500])) for _ in range(dice.whole(3, 30)))


def _date_the_start(raw: dict[str, Any], dice: Dice) -> None:
    for due in raw["tax_days"]:
        due["day"] = dice.pick(["", "2027-01-15", "2028-02-29"])
    raw["start_day"] = dice.pick(["", "2027-01-04", "2028-02-29"])


def _order_the_limits(raw: dict[str, Any], dice: Dice) -> None:
    del dice
    for offer in raw["offers"]:
        offer["large"] = offer["large"] if offer["large"] > offer["small"] else 0.0


def _owe_something(raw: dict[str, Any], dice: Dice) -> None:
    del dice
    raw["debts"] = raw["debts"] or [{"name": "x", "balance": 900.0, "rate": 0.1, "payment": 30.0}]


def _pay_the_pension(raw: dict[str, Any], _: Dice) -> None:
    """What goes into a pension plan comes out of pay."""
    raw["workplace_pension"] = min(raw["workplace_pension"], raw["wages"])


MENDED: Mapping[str, Callable[[dict[str, Any], Dice], None]] = {
    "time-audit": _fit_the_week,
    "inventory": _fit_the_assets,
    "leverage-income": _name_the_assets,
    "break-even": _fit_the_purchase,
    "gig-mix": _fit_the_gigs,
    "buffer": _type_the_months,
    "plan": _date_the_start,
    "platform-fees": _order_the_limits,
    "accelerator": _owe_something,
    "take-home": _pay_the_pension,
    "rate-to-charge": _pay_the_pension,
}


def inputs_of(calculator: Calculator, dice: Dice) -> dict[str, Any]:
    """Raw inputs of a calculator that it should take."""
    raw = fields_of(calculator.slots, dice)
    mend = MENDED.get(calculator.id)
    if mend:
        mend(raw, dice)
    return raw


def as_typed(declared: Sequence[Slot], raw: Mapping[str, Any]) -> dict[str, Any]:
    """The same as a reader would type it: texts, percent for rates."""
    typed: dict[str, Any] = {}
    for slot in declared:
        value = raw[slot.name]
        if isinstance(slot.field, Rows):
            typed[slot.name] = [as_typed(slots(slot.field.of), row) for row in value]
        elif isinstance(slot.field, Number) and isinstance(value, dict):
            typed[slot.name] = {part: slot.field.typed(number) for part, number in value.items()}
        else:
            typed[slot.name] = slot.field.typed(value) if isinstance(slot.field, Number) else value
    return typed


def drawn_inputs(calculator: Calculator) -> st.SearchStrategy[dict[str, Any]]:
    """The strategy behind the property tests."""

    @st.composite
    def inputs(draw: st.DrawFn) -> dict[str, Any]:
        return inputs_of(calculator, DrawnDice(draw))

    return inputs()
