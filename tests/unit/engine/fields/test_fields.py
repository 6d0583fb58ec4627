"""Fields: writing, typing and rounding of values, and refused declarations."""

from dataclasses import dataclass
from typing import Annotated

import pytest

from calculators.engine.fields import (
    Choice,
    Choices,
    Count,
    DeclarationError,
    Estimate,
    Hours,
    Money,
    Months,
    Number,
    Option,
    Phrases,
    Rate,
    Rows,
    Text,
    columns,
    slots,
)


@pytest.mark.parametrize(
    ("field", "value", "written", "typed", "rounded"),
    [
        (Money(), 1234.5, "$1,234.50", "1,234.5", 1234.5),
        (Money(), 52000.0, "$52,000", "52,000", 52000.0),
        (Money(dollars=True), 4049.706, "$4,050", "4,049.706", 4049.71),
        (Money(), -0.5, "−$0.50", "-0.5", -0.5),
        (Rate(), 0.034, "3.4%", "3.4", 0.034),
        (Rate(), 0.333333333, "33.33%", "33.333333", 0.333333),
        (Rate(), -0.02, "−2%", "-2", -0.02),
        (Hours(), 12.34, "12.3", "12.34", 12.34),
        (Months(), 19.4697, "19.5 months", "19.4697", 19.47),
        (Count(), 5, "5", "5", 5),
        (Number(), 2.5, "2.5", "2.5", 2.5),
        (Text("Name"), "Back room", "Back room", "Back room", "Back room"),
    ],
)
def test_value_is_written_typed_and_rounded_by_its_field(field: Number, value: float, written: str, typed: str, rounded: float) -> None:
    """Each field writes its value for the reader, types it into the box, and rounds it for machines."""
    assert field.write(value) == written
    assert field.typed(value) == typed
    assert field.rounded(value) == rounded


@pytest.mark.parametrize(
    ("field", "after"),
    [
        (Money(per="year"), "a year"),
        (Money(per="hour"), "an hour"),
        (Hours(per="week"), "hours a week"),
        (Rate(), "%"),
        (Rate(per="year"), "% a year"),
        (Count(unit="years"), "years"),
        (Number(), ""),
    ],
)
def test_suffix_of_a_box_names_the_unit(field: Number, after: str) -> None:
    assert field.after == after


def test_a_whole_number_stays_whole_for_machines() -> None:
    assert isinstance(Count().rounded(5.0), int)


def test_choices_are_written_by_their_labels() -> None:
    options = (Option("a", "First"), Option("b", "Second"), Option("c", "Third"))
    assert Choice("Pick", options=options).write("b") == "Second"
    assert Choices("Tick", options=options).write(("c", "a")) == "First, Third"
    assert Phrases().write(("one", "two")) == "one; two"
    assert Phrases().rounded(("one", "two")) == ["one", "two"]


SOME = Estimate(0.1, 0.2, 0.3)


@dataclass(frozen=True, kw_only=True)
class Thing:
    name: Annotated[str, Text("Name", required=True)] = ""
    share: Annotated[Estimate, Rate("Share")] = SOME


@dataclass(frozen=True, kw_only=True)
class Everything:
    amount: Annotated[float, Money("Amount")] = 5.0
    things: Annotated[tuple[Thing, ...], Rows("Things", of=Thing, item="thing", maximum=3)] = ()


def test_slots_are_in_order_with_field_and_default() -> None:
    """Slots keep the declared order, with field, default, and whether the input is an estimate."""
    declared = slots(Everything)
    assert [(slot.name, slot.default, slot.estimate) for slot in declared] == [("amount", 5.0, False), ("things", (), False)]
    assert [(slot.name, slot.estimate) for slot in slots(Thing)] == [("name", False), ("share", True)]


def test_the_columns_of_a_table_are_its_fields_in_order() -> None:
    assert [name for name, _ in columns(Thing)] == ["name", "share"]


def test_an_input_without_a_default_is_refused_by_name() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Lacking:
        pay: Annotated[float, Money("Pay")]

    with pytest.raises(DeclarationError, match=r"Lacking\.pay.*default"):
        slots(Lacking)


def test_an_input_without_its_field_is_refused_by_name() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Bare:
        pay: float = 1.0

    with pytest.raises(DeclarationError, match=r"Bare\.pay"):
        slots(Bare)


def test_an_input_of_another_type_than_its_field_is_refused() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Worded:
        pay: Annotated[str, Money("Pay")] = "5"

    @dataclass(frozen=True, kw_only=True)
    class Defaulted:
        pay: Annotated[float, Money("Pay")] = "5"  # type: ignore[assignment]

    with pytest.raises(DeclarationError, match=r"Worded\.pay: Money takes float, not str"):
        slots(Worded)
    with pytest.raises(DeclarationError, match=r"Defaulted\.pay: its default, '5', is not of the type float"):
        slots(Defaulted)


@pytest.mark.parametrize("slider", [(0, 200, 10), (-10, 50, 10), (50, 50, 10), (0, 100, 0), (0, 100, 30)])
def test_slider_that_does_not_fit_its_field_is_refused(slider: tuple[int, int, int]) -> None:
    with pytest.raises(DeclarationError, match="Share of it: its slider"):
        Rate("Share of it", slider=slider)


def test_an_annotation_that_cannot_be_read_is_named() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Misspelled:
        pay: "Annotated[float, Mony('Pay')]" = 5.0  # noqa: F821

    with pytest.raises(DeclarationError, match=r"Misspelled: an annotation cannot be read: name 'Mony' is not defined"):
        slots(Misspelled)
