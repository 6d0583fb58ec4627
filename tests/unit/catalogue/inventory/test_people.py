"""The ranking of ideas, on forty invented people in words."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from calculators import bridge
from calculators.shared.gigs import gigs
from calculators.shared.sorts import picks

PEOPLE = tomllib.loads(Path(__file__).with_name("people.toml").read_text("utf-8"))["person"]
PICKED = {pick.id: dict(pick.values) for pick in picks()}


def ideas(person: dict[str, Any]) -> list[dict[str, Any]]:
    """Run the inventory on what a person picked, and return the ideas."""
    rows = [
        PICKED.get(asset.get("pick", ""), {}) | {name: text for name, text in asset.items() if name != "pick"} for asset in person["assets"]
    ]
    book = {"app": "ultimate-gig", "schema": 1, "saved": "", "calculators": {}, "sign": person.get("sign", "$")}
    inputs = {"assets": rows, "strengths": person["strengths"]}
    request = {"calculator": "inventory", "inputs": inputs, "workbook": book, "as_of": "2026-11-29"}
    return list(json.loads(bridge.run(json.dumps(request)))["rows"]["ideas"])


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person["words"])
def test_first_three_ideas_are_as_reasoned(person: dict[str, Any]) -> None:
    labels = {gig.label: gig.id for gig in gigs().values()}
    assert [labels[idea["gig"]] for idea in ideas(person)[:3]] == person["first"], person["because"]


def test_there_are_forty_people_with_reasons() -> None:
    assert len(PEOPLE) == 40
    assert all(person["because"] and len(person["first"]) == 3 for person in PEOPLE)
