"""The command line: python -m calculators list | schema NAME | run NAME [--json FILE|-] [--explain | …] | ending."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from . import CATALOGUE, bridge, find
from .engine.money import in_money, sign_of
from .engine.schema import schema
from .expiring_parameters import WITHIN, report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it worked, 2 when the input was refused (with the errors on standard output as JSON)."""
    parser = argparse.ArgumentParser(prog="python -m calculators", description="Ultimate Gig's calculators, on the command line.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="every calculator: its id and the question that it answers")
    names = [calculator.id for calculator in CATALOGUE]
    describe = commands.add_parser("schema", help="the JSON Schema of a calculator's inputs")
    describe.add_argument("name", choices=names)
    compute = commands.add_parser("run", help="compute; without --json, on the first inputs of the form")
    compute.add_argument("name", choices=names)
    compute.add_argument("--json", metavar="FILE", help='{"inputs": {...}, "workbook": {...}} in a file, or - for standard input')
    compute.add_argument("--explain", action="store_true", help="print the working as text instead of JSON")
    compute.add_argument("--as-of", metavar="DATE", help="the day whose rates count, like 2026-11-23; today if left out")
    question = compute.add_mutually_exclusive_group()
    question.add_argument("--sensitivity", action="store_true", help="which input moves the headline most")
    question.add_argument(
        "--seek",
        metavar="FIGURE=VALUE",
        help="which value of --by brings the figure (net, sale_net.0) there; the value is read as typed: a rate in percent",
    )
    question.add_argument(
        "--range", action="store_true", help='the headline\'s spread; the JSON may hold "estimates": {INPUT: {low, typical, high}}'
    )
    compute.add_argument("--by", metavar="INPUT", help="the input that --seek turns, such as price or pairs.0.price")
    soon = commands.add_parser("ending", help="the figures that end soon, or have ended: look up the next ones")
    soon.add_argument("--within", metavar="DAYS", type=int, default=WITHIN, help=f"so many days; {WITHIN} if left out")
    soon.add_argument("--as-of", metavar="DATE", type=_day, help="counted from this day, like 2026-11-23; today if left out")
    chosen = parser.parse_args(arguments)
    if chosen.command == "list":
        for calculator in CATALOGUE:
            print(f"{calculator.id:<16} {calculator.purpose}")
        return 0
    if chosen.command == "ending":
        print(report(chosen.as_of or date.today(), chosen.within))  # noqa: DTZ011 - the keeper's own day
        return 0
    if chosen.command == "schema":
        found = find(chosen.name)
        print(json.dumps(schema(found) if found else {}, indent=2, ensure_ascii=False))
        return 0
    if (chosen.seek is None) != (chosen.by is None):
        parser.error("--seek and --by go together")
    return _run(chosen)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no date; one looks like 2026-11-23") from None


def _run(chosen: argparse.Namespace) -> int:
    name, file = chosen.name, chosen.json
    try:
        text = "{}" if file is None else sys.stdin.buffer.read().decode() if file == "-" else Path(file).read_text("utf-8")
        asked = json.loads(text)
    except (OSError, ValueError, RecursionError) as fault:
        code = "not-readable" if isinstance(fault, OSError) else "not-json"
        message = f"{file}: {fault.strerror}" if isinstance(fault, OSError) else f"That is not JSON: {fault}"[:200]
        print(json.dumps({"calculator": name, "errors": [{"field": "", "code": code, "message": message}]}, ensure_ascii=False))
        return 2
    if not isinstance(asked, dict):
        asked = {"inputs": asked}
    asked["calculator"] = name
    if chosen.as_of is not None:
        asked["as_of"] = chosen.as_of
    question = _question(chosen, asked)
    if question is not None:
        asked["explore"] = question
    answer = json.loads((bridge.run if question is None else bridge.explore)(json.dumps(asked)))
    if chosen.explain and "errors" not in answer:
        book = asked.get("workbook")
        print(_working(name, answer["inputs"], asked.get("as_of"), sign_of(book.get("sign") if isinstance(book, dict) else None)))
    else:
        print(json.dumps(answer, indent=2, ensure_ascii=False))
    return 2 if "errors" in answer else 0


def _question(chosen: argparse.Namespace, asked: dict[str, Any]) -> dict[str, Any] | None:
    if chosen.sensitivity:
        return {"kind": "sensitivity"}
    if chosen.seek is not None:
        figure, _, goal = chosen.seek.partition("=")
        return {"kind": "seek", "figure": figure, "goal": goal, "by": chosen.by}
    if chosen.range:
        return {"kind": "range", "estimates": asked.get("estimates", {})}
    return None


def _working(name: str, inputs: dict[str, Any], as_of: str | None, own: str) -> str:
    """The working as text, every row of it."""
    from .engine.view.working_view import steps

    calculator = find(name)
    if calculator is None:
        raise LookupError(name)
    read, _ = calculator.read(inputs)
    with in_money(calculator.sign(inputs, own)):
        outcome = calculator.outcome(read, date.fromisoformat(as_of) if as_of else date.today())  # noqa: DTZ011 - the reader's own day
        explained = steps(outcome, most_rows=10_000)
    lines = [calculator.title, calculator.purpose, ""]
    for step in explained:
        lines.append(f"{step.label}{f' ({step.row})' if step.row else ''}: {step.result}")
        lines += [f"    {part}" for part in (step.why, step.formula and f"= {step.formula}", step.numbers and f"= {step.numbers}") if part]
    for value in outcome.parameters:
        source = value.source
        lines.append(f"{value.label}: {value.value} {value.unit}, {value.status}, from {value.since}. {source.title}, {source.publisher}.")
    return "\n".join(lines)


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # a pipe on Windows may have no minus sign
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads the pipe has seen enough, as `| head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that the last flush has nobody to complain to
        code = 1
    sys.exit(code)
