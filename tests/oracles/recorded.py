"""Files of answers that independent models gave: a line a household, with what is typed into the form and the model's figures.

The first line says which model answered, and when. record.py makes the files; fast tests compare the calculators with them.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "answers"
LISTS = {"uk_loans"}
"""Inputs that are several choices."""


def write(
    name: str, origin: str, inputs: Sequence[str], figures: Sequence[str], rows: Iterable[tuple[Mapping[str, Any], Sequence[float]]]
) -> None:
    """Write a file."""
    with (FOLDER / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(f"# {origin}\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*inputs, *(f"={figure}" for figure in figures)])
        for household, answers in rows:
            writer.writerow([*(_cell(household.get(name, "")) for name in inputs), *(f"{answer:.2f}" for answer in answers)])


def read(name: str) -> list[tuple[dict[str, Any], dict[str, float]]]:
    """The households of a file as typed into the form, and the figures that the model gives for each."""
    lines = (FOLDER / f"{name}.csv").read_text("utf-8").splitlines()[1:]
    rows = []
    for line in csv.DictReader(lines):
        typed = {name: cell.split() if name in LISTS else cell for name, cell in line.items() if cell and not name.startswith("=")}
        rows.append((typed, {name[1:]: float(cell) for name, cell in line.items() if name.startswith("=")}))
    return rows


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".removesuffix(".00")
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
