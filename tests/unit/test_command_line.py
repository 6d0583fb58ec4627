"""The command line: python -m calculators list | schema NAME | run NAME [--json FILE|-] [--explain]."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from calculators import CATALOGUE
from calculators.__main__ import main

ROOT = Path(__file__).parents[2]
NAMES = [calculator.id for calculator in CATALOGUE]
AGREED = '{"inputs": {"pay": 52000, "pay_growth": 0.02, "inflation": 0.034, "years": 5}}'


def started(*arguments: str, given: bytes = b"", **changed: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a separate process."""
    return subprocess.run(
        [sys.executable, "-m", "calculators", *arguments],
        cwd=ROOT,
        input=given,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **changed},
    )


def answer(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_run_reads_standard_input_and_prints_the_contract() -> None:
    done = started("run", "equalizer", "--json", "-", given=AGREED.encode())
    answer = json.loads(done.stdout)
    assert done.returncode == 0
    assert done.stderr == b""
    assert answer["calculator"] == "equalizer"
    assert (answer["figures"]["pay_needed"], answer["figures"]["pay_expected"], answer["figures"]["gap"]) == (61461.91, 57412.20, 4049.71)
    assert all(set(value) == {"name", "value", "from", "source"} for value in answer["parameters"])


def test_refusal_exits_with_2_and_errors_as_json() -> None:
    done = started("run", "equalizer", "--json", "-", given=b'{"inputs": {"pay": "30.000"}}')
    assert done.returncode == 2
    assert [(error["field"], error["code"]) for error in json.loads(done.stdout)["errors"]] == [("pay", "ambiguous")]


def test_quotation_marks_are_printed_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not as escapes, which nobody reads."""
    (tmp_path / "request.json").write_text('{"inputs": {"pay": "30.000"}}', "utf-8")
    assert main(["run", "equalizer", "--json", str(tmp_path / "request.json")]) == 2
    assert "You wrote “30.000”." in capsys.readouterr().out


def test_list_names_every_calculator_with_its_question(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == NAMES
    assert all(line.endswith("?") for line in lines)


@pytest.mark.parametrize("name", NAMES)
def test_schema_prints_json_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    assert answer(capsys)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", NAMES)
def test_without_json_the_first_inputs_of_the_form_are_computed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", name]) == 0
    assert answer(capsys)["figures"]


def test_a_file_is_read_and_its_workbook_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a request.json"
    file.write_text('{"inputs": {}, "workbook": {"calculators": {"equalizer": {"inputs": {"pay": "7"}}}}}', "utf-8")
    assert main(["run", "equalizer", "--json", str(file)]) == 0
    assert answer(capsys)["inputs"]["pay"] == 7.0


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not-json"),
        (b"{", "not-json"),
        (b"\xff\xfe", "not-json"),
        (b"[" * 200_000, "not-json"),
        (b"[]", "not-an-object"),
        (b"5", "not-an-object"),
        (b'{"inputs": 5}', "not-an-object"),
    ],
)
def test_file_without_a_request_exits_with_2_and_a_reason(
    content: bytes, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "request.json"
    file.write_bytes(content)
    assert main(["run", "equalizer", "--json", str(file)]) == 2
    assert [error["code"] for error in answer(capsys)["errors"]] == [code]


@pytest.mark.parametrize("given", ["-", "file"])
def test_byte_order_mark_before_a_request_is_ignored(given: str, tmp_path: Path) -> None:
    """PowerShell and editors on Windows put one in front."""
    marked = b"\xef\xbb\xbf" + AGREED.encode()
    file = tmp_path / "request.json"
    file.write_bytes(marked)
    done = started("run", "equalizer", "--json", "-" if given == "-" else str(file), given=marked if given == "-" else b"")
    assert done.returncode == 0, done.stdout


def test_missing_file_exits_with_2_and_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "equalizer", "--json", str(tmp_path / "gone.json")]) == 2
    error = answer(capsys)["errors"][0]
    assert error["code"] == "not-readable"
    assert "gone.json" in error["message"]


def test_unknown_calculator_exits_with_2_and_the_known_ids() -> None:
    done = started("run", "salary")
    assert done.returncode == 2
    assert all(name in done.stderr.decode() for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_explain_prints_the_working_of_every_figure(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    calculator = next(c for c in CATALOGUE if c.id == name)
    assert main(["run", name, "--explain"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"{calculator.title}\n{calculator.purpose}\n")
    assert f"{calculator.at(calculator.inputs()).headline.label}: " in printed


def test_explain_shows_formula_numbers_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "equalizer", "--explain", "--as-of", "2026-08-15"]) == 0
    printed = capsys.readouterr().out
    assert "= Pay today × (1 + Expected inflation) ^ Years ahead\n    = $52,000 × (1 + 3.4%) ^ 5\n" in printed
    assert "US inflation over the last 12 months: 0.034" in printed


def test_explain_uses_the_day_of_the_request_like_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "request.json"
    file.write_text('{"inputs": {}, "as_of": "2026-04-15"}', "utf-8")
    assert main(["run", "equalizer", "--json", str(file), "--explain"]) == 0
    assert "US inflation over the last 12 months: 0.038" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "inputs", "mine"),
    [("equalizer", {}, True), ("rate-to-charge", {}, True), ("take-home", {}, True), ("take-home", {"country": "us"}, False)],
)
def test_explain_writes_the_sign_of_the_workbook(
    name: str, inputs: dict[str, str], mine: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Amounts have the reader's own sign, and those of a country's tax law that country's."""
    file = tmp_path / "request.json"
    file.write_text(json.dumps({"inputs": inputs, "workbook": {"sign": "€", "calculators": {}}}), "utf-8")
    assert main(["run", name, "--json", str(file), "--explain"]) == 0
    said = capsys.readouterr().out
    assert ("€" in said) == mine
    assert ("$" in said) != mine


def test_explain_of_refused_inputs_exits_with_2_and_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "request.json"
    file.write_text('{"inputs": {"years": "0"}}', "utf-8")
    assert main(["run", "equalizer", "--json", str(file), "--explain"]) == 2
    assert [error["field"] for error in answer(capsys)["errors"]] == ["years"]


def test_invalid_day_exits_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "equalizer", "--as-of", "soon"]) == 2
    assert answer(capsys)["errors"][0]["code"] == "not-a-date"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
@pytest.mark.parametrize(
    "arguments", [("run", "equalizer", "--explain"), ("run", "inventory"), ("list",), ("schema", "inventory")], ids=" ".join
)
def test_terminal_without_unicode_still_gets_an_answer(arguments: tuple[str, ...], encoding: str) -> None:
    """A pipe on Windows is often cp1252, which has no minus sign and no arrows."""
    done = started(*arguments, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-300:]
    assert done.stdout


def test_lone_surrogate_in_the_request_gets_an_answer() -> None:
    done = started("run", "equalizer", "--json", "-", given=b'{"inputs": {"pay": "\\ud83d"}}')
    assert done.returncode == 2
    assert json.loads(done.stdout)["errors"][0]["field"] == "pay"


def test_pipe_closed_early_is_no_error() -> None:
    command = [sys.executable, "-m", "calculators", "run", "take-home", "--explain"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.close()  # before a word of it was read
        said = run.stderr.read()
    assert said == b""
    assert run.returncode == 1


def test_command_line_needs_no_installed_package() -> None:
    """-S leaves site-packages out: run and list need no more than the standard library."""
    done = subprocess.run(
        [sys.executable, "-S", "-m", "calculators", "run", "equalizer", "--json", "-"],
        cwd=ROOT,
        input=AGREED.encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()[-300:]
    assert json.loads(done.stdout)["figures"]["gap"] == 4049.71


def test_misplaced_inputs_exit_with_2() -> None:
    done = started("run", "equalizer", "--json", "-", given=b'{"pay": 60000}')
    assert done.returncode == 2
    assert json.loads(done.stdout)["errors"][0]["field"] == "pay"
