"""Dated, cited values. A value that is no longer valid raises an error; the last known one is never used silently."""

import functools
import json
import pkgutil
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

PACKAGE = "calculators"
SOURCE_FILES = (
    "sources",
    "sources_book",
    "sources_canada",
    "sources_guides",
    "sources_platforms",
    "sources_prices",
    "sources_rights",
    "sources_start",
    "sources_us",
    "sources_world",
)
"""The files that list sources: one for those in common, one for each country's law, one for the guides, two for the pages on starting."""

SECOND_HAND = re.compile(
    r"\bas re(ported|printed) |\bnot (opened|read)\b"
    r"|\bas (?:[^.;:]|\.\d){1,90}? (?:quotes?|cites?|gives?|has|have|reports?|lists?) (?:it|them|the|these)\b"
    r"|\b(?:PolicyEngine|policyengine-us|OpenTax)\b(?:[^.;]|\.\d){0,30} (?:gives?|quotes?)\b",
    re.IGNORECASE,
)
"""What a note says of a figure that was read in somebody else's text: "as public projects quote it", "PolicyEngine US 2.68.0 gives …"."""


class Source(NamedTuple):
    """The source of a value. Dates are ISO texts; `published` may be only a year.

    `reported_by` names whose report of it was read, and is empty if its own text was.
    """

    name: str
    title: str
    publisher: str
    url: str
    section: str
    published: str
    retrieved: str
    note: str
    reported_by: str = ""

    @property
    def second_hand(self) -> bool:
        """Whether its own text was not read, or not all of it, as its publisher, section or note says."""
        return bool(self.reported_by) or SECOND_HAND.search(f"{self.publisher}, {self.section}. {self.note}") is not None

    @property
    def reading(self) -> str:
        """How it was read, as a sentence: "Read 2026-11-29, as reported by KPMG."."""
        if self.reported_by:
            return f"Read {self.retrieved}, as reported by {self.reported_by}."
        return f"{'Looked up' if self.second_hand else 'Read'} {self.retrieved}."


class Value(NamedTuple):
    """A dated value with its source.

    `value` is a number, or a list or table of numbers (brackets, amounts by filing status). `since` is the first day on which it is
    valid; `status` is enacted, published or projected.
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
    """A file, parameter or source that does not exist."""


class NotPublished(LookupError):
    """A day outside the published period. The text is for the reader."""


@functools.cache
def load(file: str) -> Mapping[str, Any]:
    """Load a parameter file as plain data, with dates as `date`.

    In the browser the files are JSON, which needs no additional parser; elsewhere they are TOML.

    Raises:
        ParameterError: when there is no such file.
    """
    data = _data(f"{file}.json")
    if data is not None:
        return dict(json.loads(data, object_hook=_dated))
    data = _data(f"{file}.toml")
    if data is None:
        raise ParameterError(f"there is no parameter file {file}.toml")
    import tomllib  # not in the browser's standard library, where all files are JSON

    return tomllib.loads(data.decode("utf-8"))


def _data(file: str) -> bytes | None:
    try:
        return pkgutil.get_data(PACKAGE, f"parameters/{file}")
    except OSError:
        return None


def _dated(table: dict[str, Any]) -> dict[str, Any] | date:
    """Restore a date, which the build writes to JSON as {"$date": "2026-01-01"}."""
    return date.fromisoformat(table["$date"]) if table.keys() == {"$date"} else table


@functools.cache
def sources() -> Mapping[str, Mapping[str, Any]]:
    """Return every entry of the source files, by id.

    Raises:
        ParameterError: when two files use one id.
    """
    merged: dict[str, Any] = {}
    for file in SOURCE_FILES:
        entries = load(file)["sources"]
        if repeated := merged.keys() & entries.keys():
            raise ParameterError(f"{file}.toml repeats {', '.join(sorted(repeated))}")
        merged |= entries
    return merged


@functools.cache
def source(name: str, file: str = "") -> Source:
    """Return a source by its id: from a parameter file's own list, if it has one, or from the source files.

    Raises:
        ParameterError: when neither lists it.
    """
    own = load(file).get("sources", {}) if file else {}
    entry = own.get(name) or sources().get(name)
    if entry is None:
        raise ParameterError(f"no source file lists {name}")
    words = [word for word in Source._fields if word != "name"]
    return Source(name=name, **{word: str(entry.get(word, "")) for word in words})


def check_valid(file: str, day: date) -> None:
    """Check that a file is still valid on a day.

    Raises:
        NotPublished: after the file's valid_through, with a sentence for the reader.
    """
    last = load(file)["valid_through"]
    if day > last:
        raise NotPublished(f"Our figures end on {_written(last)}, and we have not added later ones yet.")


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def latest(path: str) -> Value:
    """Return the most recent value of "file.parameter", whatever the day, as a default in a form.

    Raises:
        ParameterError: when there is no such parameter.
    """
    return as_of(path, max(value["from"] for value in _entry(path)["values"]))


def _entry(path: str) -> Mapping[str, Any]:
    """Return the entry of "file.parameter" in its file."""
    file, _, name = path.rpartition(".")
    entry: Mapping[str, Any] | None = load(file).get(name)
    if not isinstance(entry, Mapping) or "values" not in entry:
        raise ParameterError(f"{file}.toml has no parameter named {name}")
    return entry


@functools.lru_cache(maxsize=1_024)
def as_of(path: str, day: date) -> Value:
    """Return the value of "file.parameter" that is valid on a day.

    Raises:
        ParameterError: when there is no such parameter.
        NotPublished: before the first value or after the file's valid_through.
    """
    entry = _entry(path)
    file = path.rpartition(".")[0]
    check_valid(file, day)
    started = [value for value in entry["values"] if value["from"] <= day]
    if not started:
        first = _written(entry["values"][0]["from"])
        raise NotPublished(f"We have no figure for {_written(day)} for “{entry['label']}”. The earliest one is from {first}.")
    latest = max(started, key=lambda value: value["from"])
    return Value(
        name=path,
        label=entry["label"],
        unit=entry["unit"],
        value=latest["value"],
        since=latest["from"],
        status=latest["status"],
        source=source(latest["source"], file),
        note=latest.get("note", ""),
    )
