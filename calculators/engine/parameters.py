"""Dated, cited values. A value that is no longer valid raises; the last known one is never used in silence."""

from __future__ import annotations

import functools
import json
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

PACKAGE = "calculators"
SOURCE_FILES = ("sources", "sources_book", "sources_canada", "sources_platforms", "sources_prices", "sources_us", "sources_world")
"""Where sources are listed: one file for what all share, one for each country's law."""


@dataclass(frozen=True)
class Source:
    """Where a value was read. Dates are ISO texts, `published` may be a year alone."""

    name: str
    title: str
    publisher: str
    url: str
    section: str
    published: str
    retrieved: str
    note: str


@dataclass(frozen=True)
class Value:
    """One value with its birth certificate.

    `value` is a number, or a list or table of them (brackets, amounts by filing status). `since` is the first day on which it holds;
    `status` is enacted, published or projected.
    """

    name: str
    label: str
    unit: str
    value: Any
    since: date
    status: str
    source: Source
    note: str = ""


class ParameterError(LookupError):
    """No such file, parameter or source."""


class NotPublished(LookupError):
    """The date asked for lies outside of what is published. Its text is for the reader."""


@functools.cache
def load(file: str) -> Mapping[str, Any]:
    """One parameter file as plain data, dates as `date`.

    The reader's browser has the files as JSON, which needs no parser of its own; everywhere else they are the TOML itself.

    Raises:
        ParameterError: when there is no such file.
    """
    try:
        data = pkgutil.get_data(PACKAGE, f"parameters/{file}.json")
    except OSError:
        data = None
    if data is not None:
        return dict(_dated(json.loads(data)))
    try:
        data = pkgutil.get_data(PACKAGE, f"parameters/{file}.toml")
    except OSError:
        data = None
    if data is None:
        raise ParameterError(f"there is no parameter file {file}.toml")
    import tomllib  # not in the browser's standard library, which never comes here

    return tomllib.loads(data.decode("utf-8"))


def _dated(data: Any) -> Any:
    """JSON has no dates; the pipeline writes them as {"$date": "2026-01-01"}."""
    if isinstance(data, dict):
        if data.keys() == {"$date"}:
            return date.fromisoformat(data["$date"])
        return {key: _dated(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_dated(value) for value in data]
    return data


@functools.cache
def sources() -> Mapping[str, Mapping[str, Any]]:
    """Every entry of every sources file, by id.

    Raises:
        ParameterError: when two files use one id.
    """
    found: dict[str, Any] = {}
    for file in SOURCE_FILES:
        entries = load(file)["sources"]
        if twice := found.keys() & entries.keys():
            raise ParameterError(f"{file}.toml repeats {', '.join(sorted(twice))}")
        found |= entries
    return found


@functools.cache
def source(name: str) -> Source:
    """One source.

    Raises:
        ParameterError: when no sources file has it.
    """
    entry = sources().get(name)
    if entry is None:
        raise ParameterError(f"no sources file has {name}")
    words = {key: str(entry.get(key, "")) for key in ("title", "publisher", "url", "section", "published", "retrieved", "note")}
    return Source(name=name, **words)


def check_valid(file: str, day: date) -> None:
    """Refuse a day past the file's valid_through.

    Raises:
        NotPublished: with the reason in the reader's words.
    """
    last = load(file)["valid_through"]
    if day > last:
        raise NotPublished(f"Our figures end on {_written(last)}, and we have not added later ones yet.")


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def latest(path: str) -> Value:
    """The newest value of "file.parameter", whatever the day: for what stands in a form until the reader types over it.

    Raises:
        ParameterError: when there is no such parameter.
    """
    file, _, name = path.rpartition(".")
    entry = load(file).get(name)
    if not isinstance(entry, Mapping) or "values" not in entry:
        raise ParameterError(f"{file}.toml has no parameter named {name}")
    return as_of(path, max(value["from"] for value in entry["values"]))


@functools.lru_cache(maxsize=1_024)
def as_of(path: str, day: date) -> Value:
    """The value of "file.parameter" that holds on a day.

    Raises:
        ParameterError: when there is no such parameter.
        NotPublished: when the day lies before the first value or past the file's valid_through.
    """
    file, _, name = path.rpartition(".")
    entry = load(file).get(name)
    if not isinstance(entry, Mapping) or "values" not in entry:
        raise ParameterError(f"{file}.toml has no parameter named {name}")
    check_valid(file, day)
    held = [value for value in entry["values"] if value["from"] <= day]
    if not held:
        first = _written(entry["values"][0]["from"])
        raise NotPublished(f"We have no figure for {_written(day)} for “{entry['label']}”. The earliest one is from {first}.")
    latest = max(held, key=lambda value: value["from"])
    return Value(
        name=path,
        label=entry["label"],
        unit=entry["unit"],
        value=latest["value"],
        since=latest["from"],
        status=latest["status"],
        source=source(latest["source"]),
        note=latest.get("note", ""),
    )
