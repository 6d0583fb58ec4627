"""Files for GitHub: licenses, guides, issue forms and workflows."""

from __future__ import annotations

import re
import shlex
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from calculators import find, take_home
from calculators.engine.view.outcome import outcome_view
from pipeline import commands, verify
from pipeline.progress import ROOT, run

GITHUB = ROOT / ".github"
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
KINDS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def steps(workflow: Path) -> list[dict[str, Any]]:
    return [step for job in read(workflow)["jobs"].values() for step in job["steps"]]


def test_there_is_a_form_for_each_kind_of_report() -> None:
    assert [read(form)["name"] for form in FORMS] == ["A number is wrong", "A page is wrong", "An idea"]


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_issue_form_is_valid_for_github(form: Path) -> None:
    content = read(form)
    assert {"name", "description", "body"} <= set(content)
    questions = [part for part in content["body"] if part["type"] != "markdown"]
    assert {part["type"] for part in content["body"]} <= KINDS
    ids = [part["id"] for part in questions]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[\w-]+", name) for name in ids)
    assert all(part["attributes"]["label"] for part in questions)
    assert any(part.get("validations", {}).get("required") for part in questions)


def test_workflows_run_existing_commands() -> None:
    lines = [line.strip() for workflow in WORKFLOWS for step in steps(workflow) for line in step.get("run", "").splitlines()]
    ours = [shlex.split(line)[2:] for line in lines if "build.py" in line]
    assert {words[0] for words in ours} == {"check", "build", "test"}
    parts = {after for words in ours for before, after in pairwise(words) if before == "--part"}
    assert parts <= set(commands._parts())


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_do_no_more_than_it_needs(workflow: Path) -> None:
    content = read(workflow)
    assert content["permissions"] == {"contents": "read"}
    assert all("timeout-minutes" in job for job in content["jobs"].values())
    assert all(re.search(r"@v\d+$", step["uses"]) for step in steps(workflow) if "uses" in step)


def test_a_mistake_in_a_workflow_is_found(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    wrong.write_text("on: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nothing }}\n", "utf-8")
    done = run([*verify.CHECKS["workflows"](), wrong], "check-workflows-wrong")
    assert done.returncode == 1
    assert 'wrong.yml:6:23: property "nothing" is not defined' in done.stdout


def test_each_license_is_named_where_packages_are_described() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"] == "MIT AND CC-BY-4.0"
    assert [(ROOT / name).read_text("utf-8").split("\n")[0] for name in project["license-files"]] == [
        "MIT License",
        "The text of Ultimate Gig (this folder) and its drawings (theme/images/) are Copyright (c) 2026",
    ]


def test_the_readme_s_picture_is_small_enough_to_load_at_once() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert pictures
    assert [name for name in pictures if (ROOT / name).stat().st_size > 200_000] == []


def test_the_readme_s_picture_shows_the_words_of_today() -> None:
    """When this fails, take the picture again (1280 × 900 pixels), and write the words that it shows into the text file beside it."""
    equalizer = find("equalizer")
    assert equalizer
    view = outcome_view(equalizer.outcome(equalizer.inputs(), date(2026, 11, 29)))
    fields = [text for slot in equalizer.slots[:3] for text in (slot.field.label, slot.field.hint)]
    shown = [*fields, re.sub(r"<[^>]+>", "", view.sentence), view.headline.label, view.headline.text, view.headline.why]
    assert (ROOT / "docs" / "images" / "equalizer.txt").read_text("utf-8").splitlines() == shown


def test_the_readme_s_example_gives_what_it_says() -> None:
    example = re.search(r"```python\n(from .+)\n+(take_home\(.+\)\.extra_tax) +# (.+)\n```", (ROOT / "README.md").read_text("utf-8"))
    assert example
    assert str(eval(example[2], {"take_home": take_home})) == example[3]


@pytest.mark.parametrize("guide", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md"])
def test_guide_links_to_existing_files(guide: str) -> None:
    text = (ROOT / guide).read_text("utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", text)
    assert [link for link in links if not (ROOT / link).exists()] == []
