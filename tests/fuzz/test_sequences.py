"""Random sequences of what readers do with their workbooks, in two tabs, against a model: nothing that was typed is lost.

`python3 build.py test --fuzz` plays 10,000, each day others; the whole suite a few hundred, always the same.
"""

from __future__ import annotations

import json
import random
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.environment import node
from tests.fuzz.amount import SEED, WHOLE

PLAY = Path(__file__).with_name("sequences.mjs")
COUNT, LENGTH = 10_000 if WHOLE else 400, 24
MOST_STEPS = 20
PAUSE, MOMENT, REST = 1_000, 10, 5_000
"""Milliseconds: after a pause, a change is a step of its own; between two actions; and a rest."""
CALCULATORS = ("take-home", "plan", "buffer")
Action = tuple[Any, ...]
"""Its name, the tab, and what it takes."""
Inputs = dict[str, str]
Step = tuple[Inputs, bool]
"""The inputs before a change, and whether that brought in a file, which undo takes back even if the inputs are the same."""


@dataclass
class Kept:
    """A workbook with its history."""

    name: str = "My workbook"
    has_id: bool = False
    """Only a workbook that was one of several has an id. The other tab is loaded again when that changes."""
    inputs: Inputs = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)


class Model:
    """What the reader expects."""

    def __init__(self) -> None:
        self.open = Kept()
        self.others: list[Kept] = []
        self.now = 0
        self.step_ends = [-1, -1]
        self.is_stored = False

    def play(self, action: Action) -> Inputs:
        """Return the inputs that both tabs should show after an action."""
        name, tab, *values = action
        self.now += REST if name == "pause" else MOMENT
        if name != "pause":
            getattr(self, name)(tab, *values)
        return dict(self.open.inputs)

    def _change(self, tab: int, inputs: Inputs, is_file: bool = False) -> None:
        book = self.open
        self.is_stored = True
        if inputs == book.inputs:
            return
        if self.now > self.step_ends[tab]:
            book.steps = [*book.steps, (book.inputs, is_file)][-MOST_STEPS:]
            book.undone = []
        self.step_ends[tab] = self.now + PAUSE
        book.inputs = inputs

    def edit(self, tab: int, calculator: str, value: str) -> None:
        others = {name: text for name, text in self.open.inputs.items() if name != calculator}
        self._change(tab, {**others, calculator: value} if value else others)

    def bring_in(self, tab: int, calculator: str, value: str) -> None:
        self.step_ends[tab] = 0
        self._change(tab, {calculator: value}, is_file=True)

    def undo(self, tab: int) -> None:
        book = self.open
        steps = list(book.steps)
        while steps and steps[-1] == (book.inputs, False):  # taken back by hand
            steps.pop()
        if steps:
            before, is_file = steps.pop()
            book.undone = [*book.undone, (book.inputs, is_file)][-MOST_STEPS:]
            book.inputs, book.steps = before, steps
            self.step_ends[tab] = 0

    def redo(self, tab: int) -> None:
        book = self.open
        if book.undone:
            after, is_file = book.undone.pop()
            book.steps = [*book.steps, (book.inputs, is_file)]
            book.inputs = after
            self.step_ends[tab] = 0

    def reload(self, tab: int) -> None:
        self.step_ends[tab] = 0

    def forget(self, tab: int) -> None:
        if self.open.has_id:
            self.step_ends[1 - tab] = 0
        self.open, self.others, self.is_stored = Kept(), [], False

    def create(self, tab: int, name: str) -> None:
        self._turn(tab, Kept(name))

    def turn_to(self, tab: int, at: int) -> None:
        if self.others:
            chosen = sorted(self.others, key=lambda book: book.name)[at % len(self.others)]
            self.others.remove(chosen)
            self._turn(tab, chosen)

    def _turn(self, tab: int, book: Kept) -> None:
        self.others.append(self.open)
        self.step_ends[tab] = 0
        if self.is_stored:
            self.step_ends[1 - tab] = 0
        self.open.has_id = book.has_id = self.is_stored = True
        self.open = book


def drawn(dice: random.Random) -> list[Action]:
    """Draw what a reader with two tabs does."""
    names = (
        ["edit"] * 9
        + ["pause"] * 5
        + ["undo"] * 5
        + ["redo"] * 3
        + ["reload", "bring_in", "create", "turn_to", "turn_to"]
        + ["forget"] * (dice.random() < 0.2)
    )
    actions: list[Action] = []
    for number in range(LENGTH):
        name, tab = dice.choice(names), dice.randrange(2)
        calculator, value = dice.choice(CALCULATORS), dice.choice(["", "1", "2", "3"])
        values: dict[str, tuple[Any, ...]] = {
            "edit": (calculator, value),
            "bring_in": (calculator, value or "0"),
            "create": (f"Book {number:02}",),
            "turn_to": (dice.randrange(9),),
        }
        actions.append((name, tab, *values.get(name, ())))
    return actions


def test_nothing_that_was_typed_is_lost() -> None:
    dice = random.Random(SEED)
    sequences = [drawn(dice) for _ in range(COUNT)]
    answer = subprocess.run([str(node()), str(PLAY)], input=json.dumps(sequences), capture_output=True, text=True, check=True)
    for actions, shown in zip(sequences, json.loads(answer.stdout), strict=True):
        model = Model()
        for index, (action, tabs) in enumerate(zip(actions, shown, strict=True)):
            wanted = model.play(action)
            assert tabs == [wanted, wanted], f"seed {SEED}, after {actions[: index + 1]}"
