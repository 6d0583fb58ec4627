"""Requests about records, as the page sends them to Python, and the answers."""

import json
from typing import Any

from calculators.workbook import requests

DAY = "2026-11-29"


def book(**more: Any) -> dict[str, Any]:
    return {"app": "ultimate-gig", "schema": 2, "saved": "", "calculators": {}, **more}


def read(kept: dict[str, Any] | None = None, **request: Any) -> dict[str, Any]:
    return dict(json.loads(requests.read_statement(json.dumps({"workbook": kept or book(), "as_of": DAY, **request}))))


def keep(kept: dict[str, Any] | None = None, **request: Any) -> dict[str, Any]:
    return dict(json.loads(requests.keep_log(json.dumps({"workbook": kept or book(), "as_of": DAY, **request}))))
