"""The workbook moves to another shelf while something was typed already: in Firefox's folder, before the hidden frame has answered."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from pipeline import local_server
from pipeline.environment import node
from pipeline.progress import ROOT

MOVE = """async ({ there, early }) => {
  const { Workbook } = await import("/workbook.js");
  const shelf = (text) => ({
    read: () => text,
    write: (written) => { text = written; return "kept"; },
    quarantine: () => true,
    quarantined: () => [],
    clear: (empty) => { text = empty; },
    watch: () => {},
  });
  const mine = new Workbook(shelf(null));
  for (const [calculator, inputs] of early) calculator === "forget" ? mine.forget() : mine.keep(calculator, inputs);
  const final = shelf(JSON.stringify(there));
  mine.moveTo(final);
  return { held: JSON.parse(final.read()), shown: mine.book };
}"""


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The workbook's scripts as modules behind a server."""
    folder = tmp_path_factory.mktemp("scripts")
    sources = [str(ROOT / "theme" / "scripts" / "workbook" / f"{name}.ts") for name in ("workbook", "iframe-storage")]
    bundler = str(ROOT / "pipeline" / "node" / "modules.mjs")
    subprocess.run([str(node()), bundler, str(folder), *sources], check=True)
    with local_server.serving(folder) as url:
        yield url


def moved(page: Page, scripts: str, there: dict[str, Any], *early: list[Any]) -> dict[str, Any]:
    page.goto(f"{scripts}workbook.js")
    answer: dict[str, Any] = page.evaluate(MOVE, {"there": there, "early": list(early)})
    assert answer["held"] == answer["shown"]
    return answer["held"]


def book(saved: str, **calculators: dict[str, str]) -> dict[str, Any]:
    pages = {name.replace("_", "-"): {"inputs": inputs} for name, inputs in calculators.items()}
    return {"app": "ultimate-gig", "schema": 1, "saved": saved, "calculators": pages, "reading": {"done": ["03-your-assets"]}}


OLD = book("2026-01-01T00:00:00.000Z", inventory={"assets": "all"}, equalizer={"pay": "50,000"})


def test_what_was_typed_early_joins_what_was_kept_before(page: Page, scripts: str) -> None:
    held = moved(page, scripts, OLD, ["equalizer", {"pay": "61,000"}])
    assert held["calculators"] == {"inventory": {"inputs": {"assets": "all"}}, "equalizer": {"inputs": {"pay": "61,000"}}}
    assert held["reading"] == OLD["reading"]
    assert held["saved"] > OLD["saved"]


def test_without_a_word_typed_the_kept_one_is_shown(page: Page, scripts: str) -> None:
    assert moved(page, scripts, OLD) == OLD


def test_what_was_forgotten_early_stays_forgotten(page: Page, scripts: str) -> None:
    assert moved(page, scripts, OLD, ["forget", {}])["calculators"] == {}
    held = moved(page, scripts, OLD, ["forget", {}], ["buffer", {"have": "5"}])
    assert list(held["calculators"]) == ["buffer"]


def test_a_later_one_on_the_shelf_counts_alone(page: Page, scripts: str) -> None:
    later = book("2999-01-01T00:00:00.000Z", inventory={"assets": "all"})
    assert moved(page, scripts, later, ["equalizer", {"pay": "61,000"}]) == later


FRAME = """async ({ there, later }) => {
  const { Workbook } = await import("/workbook.js");
  const { IframeWorkbookStorage } = await import("/iframe-storage.js");
  const asked = [];
  const shelf = new IframeWorkbookStorage({ storage: "hello", read: there, quarantined: [], seen: null }, (message) => asked.push(message));
  const mine = new Workbook(shelf);
  mine.readAgain();
  shelf.receive({ storage: "changed", read: later });
  return { asked, shown: mine.book };
}"""


def test_a_page_that_comes_back_asks_the_frame_what_lies_there_now(page: Page, scripts: str) -> None:
    later = book("2026-02-02T00:00:00.000Z", equalizer={"pay": "64,000"})
    page.goto(f"{scripts}workbook.js")
    answer = page.evaluate(FRAME, {"there": json.dumps(OLD), "later": json.dumps(later)})
    assert answer == {"asked": [{"storage": "read"}], "shown": later}


def test_what_a_newer_edition_wrote_meanwhile_is_not_written_over(page: Page, scripts: str) -> None:
    newer = {**book("2026-02-02T00:00:00.000Z"), "schema": 2}
    page.goto(f"{scripts}workbook.js")
    asked = page.evaluate(
        """async ({ there, newer }) => {
          const { Workbook } = await import("/workbook.js");
          let text = there;
          const asked = [];
          const say = (name) => (value) => { asked.push(name); return "kept"; };
          const shelf = { read: () => text, write: say("write"), quarantine: say("quarantine"), clear() {}, watch() {} };
          const mine = new Workbook(shelf);
          text = newer;
          mine.replace({ ...mine.book }); // an import, which does not look first
          mine.keep("buffer", { have: "5" });
          return [...asked, mine.problem];
        }""",
        {"there": json.dumps(OLD), "newer": json.dumps(newer)},
    )
    assert asked == ["newer"]
