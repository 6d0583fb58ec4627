"""Every worked number in the book equals the command line's answer for the same inputs."""

from __future__ import annotations

import functools
import json
import re
import subprocess
import sys
from typing import Any

import pytest

from calculators import bridge, find
from calculators.engine.currency import currency_of, current_currency, in_currency
from calculators.engine.durations import spoken_months
from calculators.engine.fields import Field, Money, Months, Number, Rate
from calculators.engine.money import round_half_up, write_money, write_number
from calculators.engine.view.formatting import write
from pipeline.progress import ROOT
from tests.content.book import PAGES, Shown, arguments_of, build_day, read, worked
from tests.content.built_page import chapter_page

WITH_NUMBERS = [name for name in PAGES if arguments_of(read(name), "figure")]
MARK = re.compile("\ue000(\\d+)\ue001")


@functools.cache
def answer(request: str) -> Any:
    """Return the output of `python -m calculators run`, which is the bridge's answer."""
    return json.loads(bridge.run(request))


def request(shown: Shown) -> str:
    name = shown.path.partition(".")[0]
    return json.dumps({"calculator": name, "inputs": shown.inputs, "as_of": build_day().isoformat()}, sort_keys=True)


def reproduced(shown: Shown) -> set[str]:
    """Return the possible texts of the number by the command line's answer.

    The answer is rounded already, to a cent or finer. A page that shows fewer places rounds what was not rounded yet: 17.647 months are
    17.65 there and 17.6 here. So what lies within half of the answer's last place is right too.
    """
    calculator_id, _, name = shown.path.partition(".")
    calculator, given = find(calculator_id), answer(request(shown))
    assert calculator is not None
    assert "errors" not in given, f"{shown.path}: {given['errors']}"
    declared = calculator.graph.by_name(name)
    if shown.at:
        value = given["ranges"][name] if shown.row is None else given["ranges"][name][shown.row]
        value = value[shown.at]
    else:
        value = given["figures"][name] if shown.row is None else given["rows"][declared.rows][shown.row][name]
    assert declared.unit is not None
    with in_currency(currency_of(shown.sign)):
        if not isinstance(value, float):
            return {written(declared.unit, value, shown.whole)}
        half = 0.0000005 if isinstance(declared.unit, Rate) else 0.005
        return {written(declared.unit, near, shown.whole) for near in (value - half, value, value + half * 0.999)}


def written(unit: Field, value: Any, whole: bool) -> str:
    """Return a value as written in prose, with its unit."""
    if whole and isinstance(unit, Money):
        return write_money(value, 0, current_currency())
    if whole and isinstance(unit, Rate) and value is not None:
        return f"{write_number(value * 100)}%"
    if whole and isinstance(unit, Months) and value is not None:
        return spoken_months(value)
    if whole and isinstance(unit, Number) and value is not None:
        value = round_half_up(value, 0)
    counted = unit.unit if isinstance(unit, Number) and value is not None else ""
    return f"{write(unit, value)} {counted}".strip()


def around(text: str, place: int, step: int) -> str:
    """Return the plain text beside a mark, up to the next Markdown syntax."""
    rest = text[place:] if step > 0 else text[:place][::-1]
    plain = re.match(r"[^\n*_`<>\[\]()|#\\\ue000\ue001]{0,60}", rest)
    assert plain is not None
    return plain[0][::step]


@pytest.mark.parametrize("name", WITH_NUMBERS)
def test_the_page_shows_what_the_command_line_answers(built_site: Any, name: str) -> None:
    text, numbers = worked(name)
    page = chapter_page(built_site.folder, name).article.text(lambda element: element.tag in {"gig-calculator", "sup"})
    wrong, read_so_far = [], 0
    for mark in MARK.finditer(text):
        shown = numbers[int(mark[1])]
        before, after = around(text, mark.start(), -1).lstrip(" -"), around(text, mark.end(), 1).rstrip()
        number = "|".join(map(re.escape, sorted(reproduced(shown))))
        match = re.compile(rf"{re.escape(before)}(?<![\d.,$−])({number})(?![\d,.]*\d){re.escape(after)}").search(page, read_so_far)
        if match is None:
            wrong.append(f"{shown.path} {shown.inputs}: the page does not say “{before}{number}{after}”")
        else:
            read_so_far = match.end(1)
    assert not wrong, "\n".join(wrong)
    assert len(MARK.findall(text)) == len(numbers) > 0


def test_the_command_line_answers_as_the_bridge_does() -> None:
    shown = worked(WITH_NUMBERS[-1])[1][0]
    asked_for = json.loads(request(shown))
    command = [sys.executable, "-m", "calculators", "run", asked_for["calculator"], "--json", "-", "--as-of", asked_for["as_of"]]
    done = subprocess.run(command, input=json.dumps({"inputs": shown.inputs}), capture_output=True, check=True, cwd=ROOT, encoding="utf-8")
    assert json.loads(done.stdout) == answer(request(shown))


def test_another_input_gives_another_number() -> None:
    shown = Shown("equalizer.gap", whole=True, row=None, at="", inputs={"pay": 52000, "pay_growth": 0.02, "inflation": 0.034, "years": 5})
    changed = Shown("equalizer.gap", whole=True, row=None, at="", inputs={**shown.inputs, "inflation": 0.035})
    assert reproduced(shown) == {"$4,050"}
    assert not reproduced(changed) & reproduced(shown)
