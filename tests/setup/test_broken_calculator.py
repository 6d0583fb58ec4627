"""A broken calculator or template: every command names the cause in a few lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline import causes, first_pages
from pipeline.progress import ROOT
from tests.setup.scratch_project import copy_project, needs_links, run_in

MOST_LINES = 10
MOST_CHARACTERS = 1_500

SENTENCES = "theme/components/sentences"
DECLARATION = "calculators/catalogue/income_mix/__init__.py"
INPUTS = "calculators/catalogue/income_mix/inputs.py"
FIGURES = "calculators/catalogue/income_mix/figures.py"
PARAMETERS = "calculators/parameters/us/income_tax.toml"
UNEXPLAINED = '\n\n@figure("No reason", unit=Money())\ndef unexplained(total: float) -> float:\n    return total\n'


@dataclass(frozen=True)
class Break:
    """A change that breaks a file, and the words that the report must contain."""

    path: str
    change: Callable[[str], str] | None
    """From the file's text to the broken one; None removes the file."""

    said: tuple[str, ...]


BREAKS = {
    "a missing template": Break(
        f"{SENTENCES}/income-mix.html.j2",
        None,
        ("'sentences/income-mix.html.j2'", "The first page of income-mix could not be rendered."),
    ),
    "a missing template of one country": Break(
        f"{SENTENCES}/take-home-uk.html.j2",
        None,
        ("'sentences/take-home-uk.html.j2'", "The first page of take-home (uk) could not be rendered."),
    ),
    "a template's syntax": Break(
        f"{SENTENCES}/income-mix.html.j2",
        lambda text: text + "\n{% if total %}\n",
        ("TemplateSyntaxError", f"{SENTENCES}/income-mix.html.j2, line"),
    ),
    "an unknown name in a template": Break(
        f"{SENTENCES}/income-mix.html.j2",
        lambda text: text + "{{ nothing.like_it }}",
        ("'nothing' is undefined", f"{SENTENCES}/income-mix.html.j2, line"),
    ),
    "an unknown figure in a template": Break(
        f"{SENTENCES}/income-mix.html.j2",
        lambda text: text + '{{ say("totl") }}',
        ("income-mix has no figure or input totl; did you mean total?", f"{SENTENCES}/income-mix.html.j2, line"),
    ),
    "an unknown figure in the declaration": Break(
        DECLARATION,
        lambda text: text.replace("headline=figures.", "headline=figures.no_"),
        ("AttributeError: module 'calculators.catalogue.income_mix.figures' has no attribute", f"{DECLARATION}, line"),
    ),
    "an unknown parameter of a figure": Break(
        FIGURES,
        lambda text: text + UNEXPLAINED.replace("    return", '    """A reason."""\n    return').replace("total: float", "totl: float"),
        ("figure unexplained needs totl", "did you mean total?", f"({FIGURES}, line"),
    ),
    "an input of the wrong type": Break(
        INPUTS,
        lambda text: text.replace("Annotated[float,", "Annotated[str,", 1),
        ("calculators.catalogue.income_mix.inputs.", "takes float, not str"),
    ),
    "an exception in a figure": Break(
        FIGURES,
        lambda text: text.replace("\n    return ", "\n    print(1 / 0)\n    return ", 1),
        ("ZeroDivisionError", "The first page of income-mix could not be rendered.", f"{FIGURES}, line"),
    ),
    "a wrong declaration": Break(FIGURES, lambda text: text + UNEXPLAINED, ("DeclarationError: figure unexplained", f"{FIGURES}, line")),
    "Python's syntax": Break(FIGURES, lambda text: text + "\ndef (\n", ("SyntaxError", f"{FIGURES}, line")),
    "a missing parameter": Break(
        PARAMETERS,
        lambda text: text.replace("[standard_deduction]", "[standard_deductions]"),
        ("there is no parameter us/income_tax.standard_deduction",),
    ),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's sources, with the packages that are installed already."""
    folder = tmp_path_factory.mktemp("broken")
    copy_project(folder)
    return folder


def said_when_broken(folder: Path, broken: Break, *command: str) -> str:
    """Return the output of a command while a file is broken, and restore the file."""
    path, source = folder / broken.path, (ROOT / broken.path).read_text("utf-8")
    if broken.change is None:
        path.unlink()
    else:
        changed = broken.change(source)
        assert changed != source
        path.write_text(changed, "utf-8")
    try:
        done = run_in(folder, *command)
    finally:
        path.write_text(source, "utf-8")
    assert done.returncode == 1
    return done.stdout


def assert_short(said: str, expected: tuple[str, ...], folder: Path) -> None:
    assert re.match(r"(Port \d+ is in use.*\n)?build\.py: A calculator or a template is broken:\n", said)
    for words in expected:
        assert words in said
    assert said.rstrip().endswith("See .build/logs/calculators.txt")
    assert "Traceback" in (folder / ".build" / "logs" / "calculators.txt").read_text("utf-8")
    assert len(said.splitlines()) <= MOST_LINES
    assert len(said) <= MOST_CHARACTERS
    assert str(folder) not in said


@needs_links
@pytest.mark.parametrize("kind", BREAKS)
def test_build_names_the_cause(copy: Path, kind: str) -> None:
    assert_short(said_when_broken(copy, BREAKS[kind], "build.py", "build"), BREAKS[kind].said, copy)


@needs_links
@pytest.mark.parametrize("command", [["serve"], ["test"], ["test", "--part", "unit", "-k", "buffer"]], ids=" ".join)
@pytest.mark.parametrize("kind", ["a missing template", "a wrong declaration"])
def test_serve_and_test_name_the_cause(copy: Path, kind: str, command: list[str]) -> None:
    assert_short(said_when_broken(copy, BREAKS[kind], "build.py", *command), BREAKS[kind].said, copy)


@needs_links
@pytest.mark.parametrize("kind", ["an unknown parameter of a figure", "an input of the wrong type"])
def test_checks_and_command_line_name_the_cause(copy: Path, kind: str) -> None:
    checked = said_when_broken(copy, BREAKS[kind], "build.py", "check", "calculators")
    assert checked.endswith("build.py: 1 of 1 checks failed: calculators\n")
    computed = said_when_broken(copy, BREAKS[kind], "-m", "calculators", "run", "income-mix")
    for said in (checked, computed):
        assert all(words in said for words in BREAKS[kind].said)
        assert len(said.splitlines()) <= MOST_LINES
    assert run_in(copy, "-m", "calculators", "run", "buffer").returncode == 0


@needs_links
def test_catalogue_with_a_broken_calculator_names_the_cause(copy: Path) -> None:
    broken = BREAKS["an unknown figure in the declaration"]
    assert broken.said[0] in said_when_broken(copy, broken, "-c", "from calculators import CATALOGUE")


def test_intact_calculators_are_not_mentioned() -> None:
    first_pages.render_all()


def test_traceback_is_reduced_to_exception_and_project_line() -> None:
    traceback = """minified source of Pyodide, with an Error in it
PythonError: Traceback (most recent call last):
  File "/lib/python314.zip/_pyodide/_base.py", line 597, in eval_code
    .run(globals, locals)
  File "/build/staged/calculators/buffer/past.py", line 12, in past
    return months[0]
           ~~~~~~^^^
  File "/build/staged/calculators/engine/figures.py", line 141, in evaluate
    return past(months)
IndexError: tuple index out of range
The second line of the message.
"""
    assert causes.cause(traceback).splitlines() == [
        "IndexError: tuple index out of range",
        "The second line of the message.",
        "calculators/buffer/past.py, line 12",
    ]


def test_a_log_is_read_from_its_first_warning_on() -> None:
    log = "INFO    -  Building errors.md\nWARNING -  One link is wrong.\nINFO    -  Built\n\nAborted with 1 warnings in strict mode!\n"
    assert causes.cause(log).splitlines() == ["WARNING -  One link is wrong.", "Aborted with 1 warnings in strict mode!"]


def test_a_long_output_is_cut_in_both_directions() -> None:
    cut = causes.cause("x" * 131_000 + "\n" + "error " * 100 + "\n" * 3 + "more\n" * 50).splitlines()
    assert len(cut) == causes.MOST_LINES
    assert max(map(len, cut)) <= causes.LONGEST_LINE + 1
    assert cut[0].startswith("error error")


def test_an_output_that_names_no_error_ends_with_its_last_lines() -> None:
    assert causes.cause("".join(f"line {number}\n" for number in range(20))).splitlines()[-1] == "line 19"
    assert causes.cause("") == ""
