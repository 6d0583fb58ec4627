"""Explorable sentences: what the build computes for each step is what Python answers in the browser."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from calculators import bridge, find
from calculators.engine.calculator import Calculator
from theme.mkdocs.explorable import Sentence, sentence
from theme.mkdocs.households import households
from theme.mkdocs.macros import Macros

DAY = date(2026, 11, 23)
TEXT = "With prices up {inflation} in {years} you need {gap}, which is {gap?more|no more}."
PAY = {"pay": 50_000, "pay_growth": 0.02}


def equalizer() -> Calculator:
    calculator = find("equalizer")
    assert calculator is not None
    return calculator


def built(text: str = TEXT, **more: Any) -> Sentence:
    given: dict[str, Any] = {"limits": {}, "bars": {}, "sign": "$"} | more
    return sentence(equalizer(), text, given.pop("inputs", PAY), DAY, **given)


def explored(changes: dict[str, str], words: list[str], calculator: str = "equalizer", sign: str = "$", **inputs: Any) -> Any:
    question = {"changes": changes, "words": words, "sign": sign}
    request = {"calculator": calculator, "inputs": inputs or PAY, "as_of": DAY.isoformat(), "explore": question}
    return json.loads(bridge.explore_sentence(json.dumps(request)))


def test_sentence_reads_with_the_computed_figures() -> None:
    """Prices: 50,000 × 1.034^5; pay: 50,000 × 1.02^5; the gap is 3,894."""
    gap = round(50_000 * (1.034**5 - 1.02**5))
    assert "".join(part.text for part in built().parts) == f"With prices up 3.4% in 5 years you need ${gap:,}, which is more."


def test_every_step_has_pythons_answer() -> None:
    made = built()
    for axis, steps in zip(made.axes, made.grid, strict=True):
        for typed, (texts, values) in zip(axis.typed, steps, strict=True):
            answer = explored({axis.path: typed}, list(made.words))
            assert tuple(answer["texts"].values()) == texts
            assert tuple(round(value, 2) for value in answer["values"].values()) == values


def test_longest_sentence_has_the_longest_text_at_each_place() -> None:
    """The page leaves room for it, so that nothing below moves. No step of a number alone makes the sentence longer."""
    made = built()
    assert max(made.axes[1].spoken, key=len) in made.longest
    for axis, steps in enumerate(made.grid):
        for at, (texts, _) in enumerate(steps):
            shown = dict(zip(made.words, texts, strict=True))
            parts = [made.axes[axis].spoken[at] if part.axis == axis else shown.get(part.word, part.text) for part in made.parts]
            assert len("".join(parts)) <= len(made.longest)


@pytest.mark.parametrize(
    ("calculator", "path", "value", "text"),
    [
        ("take-home", "gross_receipts", 4299.39, "$4,299"),
        ("take-home", "gross_receipts", 21.5, "$21.50"),
        ("net-hourly", "empty_miles", 29.91, "29.9 miles"),
        ("net-hourly", "travel_hours", 0.5, "0.5 hours"),
    ],
)
def test_number_to_move_is_rounded_as_people_say_it(calculator: str, path: str, value: float, text: str) -> None:
    declared = find(calculator)
    assert declared is not None
    limits = {path: (0, 100, 10) if value < 100 else (0, 5000, 100)}
    made = sentence(declared, f"{{{path}}}", {path: value}, DAY, limits=limits, bars={}, sign="$")
    assert made.axes[0].spoken[made.axes[0].start] == text


def test_start_is_a_step_between_the_usual_ones() -> None:
    inflation, years = built().axes
    assert inflation.spoken[inflation.start] == "3.4%"
    assert {"3%", "3.5%"} <= set(inflation.spoken)
    assert (years.spoken[0], years.spoken[years.start]) == ("1 year", "5 years")


def test_limits_set_the_steps_as_a_reader_types_them() -> None:
    (inflation, _) = built(limits={"inflation": (0, 8, 2)}).axes
    assert inflation.typed == ("0%", "2%", "3.4%", "4%", "6%", "8%")


def test_bars_are_to_scale_of_their_longest() -> None:
    made = built("In {years}.", bars={"gap": "The gap"}, limits={"years": (1, 10, 1)})
    gaps = [values[0] for _, values in made.grid[0]]
    assert made.top == max(gaps)
    assert made.bars[0].share == pytest.approx(gaps[4] / max(gaps), abs=1e-4)


def test_choice_follows_the_sign_of_a_figure() -> None:
    texts = explored({"inflation": "1%", "years": "5"}, ["gap?more|no more"])["texts"]
    assert texts == {"gap?more|no more": "no more"}


def test_rows_and_estimates_are_moved_by_their_path() -> None:
    dana = households(DAY)["dana"]
    words = ["net_month"]
    calculator = find("leverage-income")
    assert calculator is not None
    made = sentence(
        calculator,
        "Rent it at {pairs.0.price} a day, {pairs.0.utilization.typical} of the time.",
        dana.inputs_of("leverage-income"),
        DAY,
        limits={"pairs.0.price": (30, 60, 5), "pairs.0.utilization.typical": (40, 60, 5)},
        bars={},
        sign="$",
    )
    assert [axis.spoken[axis.start] for axis in made.axes] == ["$42", "50%"]
    more, less = (
        explored({"pairs.0.price": price}, words, "leverage-income", **dana.inputs_of("leverage-income")) for price in ("60", "30")
    )
    assert more["values"]["net_month"] > less["values"]["net_month"]


def test_amounts_are_in_the_sentences_own_currency() -> None:
    assert explored({}, ["gap"], sign="£")["texts"]["gap"].startswith("£")


@pytest.mark.parametrize(
    ("text", "more", "reason"),
    [
        ("Only {gap}.", {}, "no number to move"),
        ("{years} and {gaps}", {}, "no figure gaps"),
        ("{years}", {"limits": {"inflation": (0, 1, 1)}}, "no number inflation"),
        ("{years}", {"limits": {"years": (0, 10, 1)}}, "years goes from 1"),
        ("{years}", {"limits": {"years": (6, 10, 1)}}, "outside of its limits"),
        ("{pay}", {"limits": {"pay": (0, 100_000, 1)}}, "steps"),
    ],
)
def test_wrong_sentence_stops_the_build(text: str, more: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        built(text, **more)


def test_refused_input_is_answered_with_its_error() -> None:
    assert explored({"inflation": "900%"}, ["gap"])["errors"][0]["field"] == "inflation"
    assert explored({"rows.0.x": "1"}, ["gap"])["errors"][0]["code"] == "unknown-path"
    assert json.loads(bridge.explore_sentence('{"calculator": "equalizer", "explore": 3}'))["errors"][0]["field"] == "explore"


def test_macro_takes_a_households_numbers_and_links_on() -> None:
    macros = Macros(day=DAY, edition="hosted", page_url="chapters/x/", addresses={"calculators/equalizer.md": "calculators/equalizer/"})
    macros.explore("equalizer", "In {years} you need {gap}.", household="dana")
    (html,) = macros.placeholders.embeds
    assert 'href="../../calculators/equalizer/"' in html
    assert 'role="slider"' not in html, "only the script makes a slider of a number"
