"""The command line: python -m calculators list | schema NAME | run NAME [--json FILE|-] [--explain | …] | calendar FILE | ending."""

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from . import IDS, bridge, find
from .engine.calculator import Calculator
from .engine.currency import in_currency
from .engine.dates import read_day
from .engine.fields import DeclarationError
from .engine.place import in_place
from .engine.schema import schema
from .expiring_parameters import WITHIN, report
from .workbook.about import about, currency
from .workbook.requests import make_calendar


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Return 0 on success, and 2 for invalid input, whose errors are printed as JSON."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if chosen.command == "list":
        for calculator in map(_calculator, IDS):
            print(f"{calculator.id:<16} {calculator.purpose}")
    elif chosen.command == "ending":
        print(report(chosen.as_of or date.today(), chosen.within))  # noqa: DTZ011 - the local day is meant
    elif chosen.command == "schema":
        print(json.dumps(schema(_calculator(chosen.name)), indent=2, ensure_ascii=False))
    elif chosen.command == "calendar":
        return _calendar(chosen.file, chosen.as_of)
    elif (chosen.seek is None) != (chosen.by is None):
        parser.error("--seek and --by go together")
    else:
        return _run(chosen)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m calculators", description="Ultimate Gig's calculators, on the command line.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="list every calculator with its id and the question that it answers")
    describe = commands.add_parser("schema", help="print the JSON Schema of a calculator's inputs")
    describe.add_argument("name", choices=IDS)
    compute = commands.add_parser("run", help="compute; without --json, with the form's default inputs")
    compute.add_argument("name", choices=IDS)
    compute.add_argument("--json", metavar="FILE", help='{"inputs": {...}, "workbook": {...}} in a file, or - for standard input')
    compute.add_argument("--explain", action="store_true", help="print the working as text instead of JSON")
    compute.add_argument("--as-of", metavar="DATE", help="the day whose rates apply, like 2026-11-23; today if left out")
    question = compute.add_mutually_exclusive_group()
    question.add_argument("--sensitivity", action="store_true", help="which input moves the headline most")
    question.add_argument(
        "--seek",
        metavar="FIGURE=VALUE",
        help="which value of --by brings the figure (net, sale_net.0) to this value, which is read as typed: a rate in percent",
    )
    question.add_argument(
        "--range", action="store_true", help='the headline\'s distribution; the JSON may contain "estimates": {INPUT: {low, typical, high}}'
    )
    compute.add_argument("--by", metavar="INPUT", help="the input that --seek changes, such as price or pairs.0.price")
    dates = commands.add_parser("calendar", help="print the dates of a workbook's plan and taxes as a calendar file (.ics)")
    dates.add_argument("file", metavar="FILE", help="an exported workbook, or - for standard input")
    dates.add_argument("--as-of", metavar="DATE", type=_day, help="leave out what is before this day, like 2026-11-23; today if left out")
    soon = commands.add_parser("ending", help="list the parameter files that expire soon or have expired")
    soon.add_argument("--within", metavar="DAYS", type=int, default=WITHIN, help=f"the number of days; {WITHIN} if left out")
    soon.add_argument("--as-of", metavar="DATE", type=_day, help="counted from this day, like 2026-11-23; today if left out")
    return parser


def _calculator(name: str) -> Calculator:
    calculator = find(name)
    if calculator is None:
        raise LookupError(name)
    return calculator


def _day(text: str) -> date:
    try:
        return read_day(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date; write one like 2026-11-23") from None


def _text_of(file: str) -> str:
    """Read a file, or standard input for -."""
    return sys.stdin.buffer.read().decode("utf-8-sig") if file == "-" else Path(file).read_text("utf-8-sig")


def _calendar(file: str, day: date | None) -> int:
    try:
        request = {"workbook": json.loads(_text_of(file))}
    except (OSError, ValueError, RecursionError) as error:
        print(json.dumps({"problem": {"code": "not-readable", "message": f"{file}: {error}"[:200]}}, ensure_ascii=False))
        return 2
    answer = json.loads(make_calendar(json.dumps(request | ({"as_of": day.isoformat()} if day else {}))))
    if "problem" in answer:
        print(json.dumps(answer, indent=2, ensure_ascii=False))
        return 2
    sys.stdout.flush()
    sys.stdout.buffer.write(answer["text"].encode())  # whose line ends must stay as they are
    return 0


def _run(chosen: argparse.Namespace) -> int:
    name, file = chosen.name, chosen.json
    _calculator(name)  # a mistake in its declaration ends the command here, before the bridge would report it as a fault
    try:
        request = json.loads("{}" if file is None else _text_of(file))
    except (OSError, ValueError, RecursionError) as error:
        code = "not-readable" if isinstance(error, OSError) else "not-json"
        message = f"{file}: {error.strerror}" if isinstance(error, OSError) else f"That is not JSON: {error}"[:200]
        print(json.dumps({"calculator": name, "errors": [{"field": "", "code": code, "message": message}]}, ensure_ascii=False))
        return 2
    if not isinstance(request, dict):
        request = {"inputs": request}
    request["calculator"] = name
    if chosen.as_of is not None:
        request["as_of"] = chosen.as_of
    question = _question(chosen, request)
    if question is not None:
        request["explore"] = question
    answer = json.loads((bridge.run if question is None else bridge.explore)(json.dumps(request)))
    if chosen.explain and "errors" not in answer:
        print(_working(name, answer["inputs"], request.get("as_of"), request.get("workbook")))
    else:
        print(json.dumps(answer, indent=2, ensure_ascii=False))
    return 2 if "errors" in answer else 0


def _question(chosen: argparse.Namespace, request: dict[str, object]) -> dict[str, object] | None:
    if chosen.sensitivity:
        return {"kind": "sensitivity"}
    if chosen.seek is not None:
        figure, _, goal = chosen.seek.partition("=")
        return {"kind": "seek", "figure": figure, "goal": goal, "by": chosen.by}
    if chosen.range:
        return {"kind": "range", "estimates": request.get("estimates", {})}
    return None


def _working(name: str, inputs: dict[str, object], as_of: str | None, book: object) -> str:
    """Return the working as text, with every row."""
    from .engine.view.working_view import steps

    calculator = _calculator(name)
    read, _ = calculator.read(inputs)
    with in_currency(calculator.currency(inputs, currency(book))), in_place(about(book).place):
        outcome = calculator.outcome(read, date.fromisoformat(as_of) if as_of else date.today())  # noqa: DTZ011 - the local day is meant
        workings = steps(outcome, most_rows=10_000)
    lines = [calculator.title, calculator.purpose, ""]
    for step in workings:
        lines.append(f"{step.label}{f' ({step.row})' if step.row else ''}: {step.result}")
        lines += [f"    {part}" for part in (step.why, step.formula and f"= {step.formula}", step.numbers and f"= {step.numbers}") if part]
    for value in outcome.parameters:
        source = value.source
        lines.append(f"{value.label}: {value.value} {value.unit}, {value.status}, from {value.since}. {source.title}, {source.publisher}.")
    return "\n".join(lines)


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # the default encoding of a pipe on Windows may lack the minus sign
    try:
        code = main()
        sys.stdout.flush()
    except DeclarationError as error:
        sys.exit(f"A calculator's parts do not fit together: {error}")
    except BrokenPipeError:  # the reader of the pipe has closed it, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that the final flush does not fail
        code = 1
    sys.exit(code)
