"""The parameter files read as code: shapes, ids, dates, ranges, and that every source exists and is used."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import calculators
from calculators.catalogue.leverage_income.inputs import Inputs
from calculators.engine.validation import validate
from calculators.shared.gigs import gigs, kinds, traits
from theme.mkdocs.guides import tax_kinds

FOLDER = Path(calculators.__file__).parent / "parameters"
PATHS = sorted(FOLDER.rglob("*.toml"))
FILES = {str(path.relative_to(FOLDER).with_suffix("")): tomllib.loads(path.read_text("utf-8")) for path in PATHS}
SOURCES = {name: entry for file in FILES.values() for name, entry in file.get("sources", {}).items()}
STATUS = {"enacted", "published", "projected"}
ASSUMED = {"low", "typical", "high", "basis", "note"}


def tables(value: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every table in a file, with the path to it."""
    if isinstance(value, dict):
        yield where, value
        for key, inner in value.items():
            yield from tables(inner, f"{where}.{key}" if where else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from tables(inner, f"{where}.{index}")


def dated(file: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every dated parameter of a file."""
    for where, table in tables(file):
        if "values" in table and isinstance(table["values"], list):
            yield where, table


def numbers(value: Any) -> Iterator[float]:
    """Every number in a value, however deep."""
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from numbers(inner)
    elif isinstance(value, int | float):
        yield value


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_file_has_a_description_and_validity(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("# ")
    assert isinstance(tomllib.loads(text)["valid_through"], date)


@pytest.mark.parametrize("name", FILES)
def test_every_cited_source_exists(name: str) -> None:
    named = {(where, table["source"]) for where, table in tables(FILES[name]) if isinstance(table.get("source"), str)}
    assert [(where, source) for where, source in sorted(named) if source not in SOURCES] == []


def test_every_source_is_cited() -> None:
    named = {table["source"] for file in FILES.values() for _, table in tables(file) if isinstance(table.get("source"), str)}
    content = FOLDER.parents[1] / "content"
    cited = "\n".join(path.read_text("utf-8") for path in content.rglob("*.md"))
    named |= {near["source"] for path in (content / "households").glob("*.toml") for near in tomllib.loads(path.read_text("utf-8"))["near"]}
    named |= {name for kind in tax_kinds().values() for line in kind.values() for name in line["sources"]}
    assert [name for name in sorted(set(SOURCES) - named) if f'source("{name}")' not in cited] == []


def test_no_source_is_listed_twice() -> None:
    listed = Counter(name for file in FILES.values() for name in file.get("sources", {}))
    assert [name for name, count in listed.items() if count > 1] == []


@pytest.mark.parametrize("name", SOURCES)
def test_every_source_is_complete_and_has_its_reading_day(name: str) -> None:
    entry = SOURCES[name]
    assert re.fullmatch(r"[a-z0-9-]+", name)
    assert entry["title"].strip() == entry["title"] != ""
    assert entry["publisher"].strip() == entry["publisher"] != ""
    assert re.match(r"https?://[^ ]+$", entry["url"])
    assert isinstance(entry["retrieved"], date)
    assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", str(entry["published"]))


@pytest.mark.parametrize(("file", "where"), [(file, where) for file, content in FILES.items() for where, _ in dated(content)])
def test_every_dated_parameter_is_complete_and_in_order(file: str, where: str) -> None:
    """Each has a label, a unit, a status and sources, and its dates ascend."""
    entry = dict(dated(FILES[file]))[where]
    assert entry["label"].strip()
    assert entry["unit"].strip()
    days = [value["from"] for value in entry["values"]]
    assert days == sorted(set(days))
    for value in entry["values"]:
        assert type(value["from"]) is date
        assert value["from"] <= FILES[file]["valid_through"]
        assert value["status"] in STATUS
        assert value["source"] in SOURCES
        if entry["unit"] == "rate":
            assert all(-1 < number <= 2 for number in numbers(value["value"])), 'a rate is a fraction; shares by income are "steps"'


def bands(value: Any, where: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Every list of tax bands in a file."""
    for name, table in tables(value):
        for key, inner in table.items():
            if isinstance(inner, list) and inner and all(isinstance(band, dict) and "rate" in band for band in inner):
                yield f"{where}: {name}.{key}", inner


@pytest.mark.parametrize(("where", "table"), [entry for file, content in FILES.items() for entry in bands(content, file)])
def test_bands_are_contiguous_and_only_the_last_is_open(where: str, table: list[dict[str, Any]]) -> None:
    ends = [band.get("upto") for band in table]
    assert ends[-1] is None
    assert None not in ends[:-1]
    assert ends[:-1] == sorted(set(ends[:-1]))
    assert all(0 <= band["rate"] < 1.5 for band in table)


def test_every_dated_parameter_is_used_by_a_calculator_or_a_page() -> None:
    root = FOLDER.parents[1]
    written = "\n".join(
        path.read_text("utf-8")
        for folder in ("calculators", "content", "theme")
        for path in sorted((root / folder).rglob("*"))
        if path.suffix in {".py", ".md", ".j2"}
    )
    names = {f"{file}.{where}": where for file, content in FILES.items() for where, _ in dated(content)}
    words = set(re.findall(r"\w+", written))
    assert [path for path, name in names.items() if name not in words] == []


RANGES = [(file, where) for file, content in FILES.items() for where, table in tables(content) if {"low", "high"} <= set(table)]


@pytest.mark.parametrize(("file", "where"), RANGES)
def test_every_range_is_in_order_and_not_negative(file: str, where: str) -> None:
    entry = dict(tables(FILES[file]))[where]
    assert 0 <= entry["low"] <= entry.get("typical", entry.get("value", entry["low"])) <= entry["high"]


@pytest.mark.parametrize("name", FILES["gigs"]["gigs"])
def test_every_gig_figure_is_cited_or_marked_as_a_guess(name: str) -> None:
    gig = FILES["gigs"]["gigs"][name]
    for key in ("price", "fee", "fee_fixed", "utilization", "variable_cost"):
        entry = gig.get(key)
        if entry is None:
            continue
        if entry.get("basis") == "assumption":
            assert key == "utilization", "only shares of sold units may be guessed"
            assert set(entry) == ASSUMED
        else:
            assert entry["source"] in SOURCES, key
            assert type(entry["as_of"]) is date, key
            assert entry["note"].strip(), key
    if "utilization" in gig:
        assert gig["utilization"]["high"] <= 1
    if "fee" in gig:
        assert 0 <= gig["fee"]["value"] < 1


@pytest.mark.parametrize("name", FILES["gigs"]["gigs"])
def test_every_gig_has_known_asset_kinds_and_traits(name: str) -> None:
    """A gig names known kinds of assets, all counted in its unit, and known traits."""
    gig = gigs()[name]
    assert gig.needs
    assert set(gig.needs) | set(gig.also) <= set(kinds())
    assert set(gig.traits) <= set(traits())
    nights = {"nights": "days"}
    assert len({(nights.get(kinds()[kind].unit, kinds()[kind].unit), kinds()[kind].per) for kind in gig.needs}) == 1
    assert gig.unit in {"night", "hour", "day", "month", "item", "job"}
    assert gig.obstacles


@pytest.mark.parametrize("name", FILES["gigs"]["gigs"])
def test_gig_choice_fills_existing_fields_with_valid_values(name: str) -> None:
    filled = gigs()[name].typed()
    row: dict[str, Any] = {"gig": name, **{key: text for key, text in filled.items() if "." not in key}}
    estimate = {key.partition(".")[2]: text for key, text in filled.items() if "." in key}
    if estimate:
        row["utilization"] = estimate
    _, errors = validate(Inputs, {"pairs": [row]})
    assert errors == []


def test_every_asset_kind_has_at_least_two_uses() -> None:
    uses = Counter(kind for gig in gigs().values() for kind in gig.needs)
    assert {kind: uses[kind] for kind in kinds() if uses[kind] < 2} == {}


@pytest.mark.parametrize("name", FILES["assets"]["assets"])
def test_every_asset_kind_has_a_unit_with_a_natural_limit(name: str) -> None:
    kind = kinds()[name]
    assert kind.full == {("hours", "week"): 168, ("days", "month"): 31, ("nights", "month"): 31}.get((kind.unit, kind.per), 0)
    assert kind.obstacles


@pytest.mark.parametrize("name", FILES["statistics"]["statistics"])
def test_every_statistic_has_method_date_and_limits(name: str) -> None:
    entry = FILES["statistics"]["statistics"][name]
    for key in ("label", "unit", "definition", "limits", "source"):
        assert entry[key].strip(), key
    assert entry["year"]
    assert entry["value"] > 0
    if entry["unit"] == "share":
        assert entry["value"] <= 1


@pytest.mark.parametrize("name", FILES["time_use"]["time_use"])
def test_every_use_of_time_has_a_population_and_fits_a_day(name: str) -> None:
    entry = FILES["time_use"]["time_use"][name]
    assert ("hours" in entry) != ("least" in entry)
    assert 0 < entry.get("hours", entry.get("least")) < 24
    assert entry["whom"].strip()
    assert entry["year"]


def test_every_text_is_trimmed_and_has_no_markup() -> None:
    for file, content in FILES.items():
        for where, table in tables(content):
            for key, value in table.items():
                for text in value if isinstance(value, list) else [value]:
                    if isinstance(text, str):
                        assert text == text.strip(), f"{file}: {where}.{key}"
                        assert "<" not in text, f"{file}: {where}.{key}"
