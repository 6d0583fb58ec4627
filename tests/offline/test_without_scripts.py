"""The folder in browsers in which the reader has turned JavaScript off: every chapter is there to read, and each calculator's example."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from calculators import CATALOGUE, bridge
from tests.offline.readers import LINUX_ONLY, Chromium, Reader, firefox, webkit

ALIKE = ("equalizer", "take-home", "leverage-income")
"""Calculators with pictures, with countries and with lists. A script that runs would set the class of a page, which says “no-js”."""


@pytest.fixture(scope="module", params=["chromium", "firefox", pytest.param("webkit", marks=LINUX_ONLY)])
def reader(request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    scratch = tmp_path_factory.mktemp(request.param)
    if request.param == "firefox":
        with firefox(scratch, runs_scripts=False) as session:
            yield session
    elif request.param == "webkit":
        with webkit(scratch, runs_scripts=False) as session:
            yield session
    else:
        context = browser.new_context(java_script_enabled=False)
        yield Chromium(context.new_page())
        context.close()


def test_chapters_and_examples_are_there_without_scripts(reader: Reader, built_folder: Path) -> None:
    reader.open(built_folder / "chapters" / "03-your-assets.html")
    assert reader.do("return document.documentElement.className") == "no-js"
    assert reader.do("return document.querySelector('h1').getBoundingClientRect().height") > 0
    assert len(reader.do("return document.querySelector('article').innerText")) > 5_000
    for calculator in (each for each in CATALOGUE if each.id in ALIKE):
        reader.open(built_folder / "calculators" / f"{calculator.id}.html")
        name = calculator.headline.name
        expected = json.loads(bridge.run(json.dumps({"calculator": calculator.id, "inputs": {}})))["figures"][name]
        assert float(reader.do(f"return document.querySelector('[data-figure={name}]').value")) == pytest.approx(expected)
        drawn = "[...document.querySelectorAll('.ug-chart svg')].filter((picture) => picture.checkVisibility()).length"
        assert reader.do(f"return {drawn}") > 0
        assert reader.do("return document.querySelector('gig-calculator').dataset.state") == "static"
