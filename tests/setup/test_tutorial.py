"""docs/tutorials/add-a-calculator.md, followed word by word in a copy of the project."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.progress import ROOT
from tests.setup.scratch_project import copy_project, needs_links, run_in

pytestmark = needs_links

TUTORIAL = ROOT / "docs" / "tutorials" / "add-a-calculator.md"
BLOCK = re.compile(r"(?:^`(?P<path>[\w./-]+)`\n\n)?^(?P<fence>`{3,4})(?P<kind>\w+)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
APPENDED = "at the end"
"""Words before a block that is added to its file; every other one is the whole file."""

NAME = "cost-of-a-meeting"


def steps() -> list[tuple[str, str, bool]]:
    """The tutorial's blocks in order: (path, text, whether it is added at the end of the file), with "" for the path of commands."""
    page = TUTORIAL.read_text("utf-8")
    before = 0
    blocks = []
    for block in BLOCK.finditer(page):
        said, before = page[before : block.start()], block.end()
        assert (block["path"] is None) == (block["kind"] == "sh"), f"a block without its file's name: {block['text'][:60]}"
        blocks.append((block["path"] or "", block["text"], APPENDED in said))
    return blocks


def run_line(folder: Path, line: str) -> str:
    program, *arguments = shlex.split(line)
    assert program in {"python3", ".venv/bin/python"}, line
    done = run_in(folder, *arguments)
    assert done.returncode == 0, f"{line}\n{done.stdout}"
    return done.stdout


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The copy in which every step was taken, and what each command printed the last time."""
    folder = tmp_path_factory.mktemp("tutorial")
    copy_project(folder)
    printed: dict[str, str] = {}
    for path, text, appended in steps():
        if not path:
            printed |= {line: run_line(folder, line) for line in text.splitlines()}
        elif appended:
            present = (folder / path).read_text("utf-8")
            (folder / path).write_text(f"{present}\n{text}", "utf-8")
        else:
            (folder / path).write_text(text, "utf-8")
    return folder, printed


def test_every_step_works(followed: tuple[Path, dict[str, str]]) -> None:
    _, printed = followed
    answer = json.loads(printed[f".venv/bin/python -m calculators run {NAME}"])
    assert answer["figures"] == {"person_hours": 9, "cost": 360, "minute": 4}
    assert "People in the room × Length of the meeting" in printed[f".venv/bin/python -m calculators run {NAME} --explain"]
    tests = next(said for line, said in printed.items() if line.endswith("-k cost"))
    assert int(re.findall(r"(\d+) passed", tests)[-1]) > 100
    assert "failed" not in tests


def test_tutorial_rewrites_every_file_that_new_writes(followed: tuple[Path, dict[str, str]]) -> None:
    _, printed = followed
    written = re.findall(r"^  (\S+)$", printed[f"python3 build.py new calculator {NAME}"], re.MULTILINE)
    assert written
    assert set(written) <= {path for path, _, _ in steps()}


def test_the_outcome_has_its_chart_and_its_sentences(followed: tuple[Path, dict[str, str]]) -> None:
    folder, _ = followed
    script = f"import json; from calculators import bridge; print(bridge.page(json.dumps({{'calculator': '{NAME}', 'inputs': {{}}}})))"
    outcome = json.loads(run_in(folder, "-c", script).stdout)["outcome"]
    assert "The meeting costs <strong>$360</strong>, or $4 a minute." in outcome["html"]
    assert "with one person fewer" in outcome["html"]
    assert [chart["name"] for chart in outcome["charts"]] == ["ways"]


def test_the_page_is_built(followed: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    """MkDocs builds it alone: the other pages are taken out of the copy."""
    folder, _ = followed
    page = (folder / "content" / "calculators" / f"{NAME}.md").read_text("utf-8")
    settings = (folder / "mkdocs.yml").read_text("utf-8")
    content = tmp_path / "content"
    (content / "calculators").mkdir(parents=True)
    (content / "calculators" / f"{NAME}.md").write_text(page, "utf-8")
    alone = settings.replace("docs_dir: content", f"docs_dir: {content}").partition("nav:\n")[0] + f"nav:\n  - calculators/{NAME}.md\n"
    (folder / "alone.yml").write_text(alone, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "alone.yml", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    html = (tmp_path / "site" / "calculators" / NAME / "index.html").read_text("utf-8")
    assert f'data-calculator="{NAME}"' in html
    assert "an hour and a half cost $360." in html
    assert html.count("<svg") >= 2
