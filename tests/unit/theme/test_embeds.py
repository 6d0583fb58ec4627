"""Calculators on other sites: the form that makes their line, and what scripts and Python have to agree on."""

import re
from datetime import date
from pathlib import Path

import pytest

from calculators import IDS
from calculators.workbook.about import COUNTRIES
from theme.mkdocs import embeds
from theme.mkdocs.macros import Macros

ADDRESS = Path(__file__).parents[3] / "theme" / "scripts" / "embed" / "address.ts"


def chooser(edition: str) -> tuple[str, str]:
    """What the macro returns, and the HTML that it keeps for later."""
    macros = Macros(date(2026, 11, 29), edition, page_url="reference/embed/")
    return str(embeds.names(macros)["embed_chooser"]()), "".join(macros.placeholders.embeds)


def test_every_calculator_and_country_can_be_chosen() -> None:
    _, html = chooser("hosted")
    calculators, countries = (re.findall(r'value="([a-z-]+)"', part) for part in html.split("<select")[1:3])
    assert tuple(calculators) == IDS
    assert set(countries) == set(COUNTRIES)
    assert 'data-base="../.."' in html


def test_folder_says_that_it_has_no_frames() -> None:
    text, html = chooser("folder")
    assert "other sites can’t reach" in text
    assert html == ""


def test_script_takes_the_countries_that_python_knows() -> None:
    listed = re.search(r"COUNTRIES = \[(.*)\]", ADDRESS.read_text("utf-8"))
    assert listed is not None
    assert re.findall(r'"(\w+)"', listed[1]) == list(COUNTRIES)


def test_frame_page_names_everything_that_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that the template lacks fails the build, not the reader."""
    (tmp_path / "index.html").write_text('<link rel="stylesheet" href="styles/pages.css">', "utf-8")
    monkeypatch.setattr(embeds, "CATALOGUE", embeds.CATALOGUE[:1])
    macros = Macros(date(2026, 11, 29), "hosted")
    paths = {"calculator": "assets/ug/calculator.js", "embed-frame": "assets/ug/frame.js"}
    embeds.write_embeds(tmp_path, macros, paths, {"bytes": 1}, "Ultimate Gig")
    page = (tmp_path / "embed" / IDS[0] / "index.html").read_text("utf-8")
    assert 'href="../../styles/pages.css"' in page
    assert f'href="../../calculators/{IDS[0]}/"' in page
    assert '<script src="../../assets/ug/frame.js"></script>' in page
    assert "style=" not in re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)
    assert not re.search(r"\son[a-z]+=", page)
