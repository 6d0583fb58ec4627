"""The outcome's HTML and the form's views: figures where scripts look for them, and no markup from typed text."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculators import CATALOGUE, bridge, find
from calculators.engine.fields import Number, Rows, slots
from calculators.engine.typed import typed_inputs
from calculators.engine.view.form import BLANK, form_view
from calculators.engine.view.models import RowsView
from calculators.engine.view.tables import SHOWN
from pipeline import staging
from tests.unit.outcome_html import Page

COMPONENTS = Path(__file__).absolute().parents[4] / "theme" / "components"
DAY = "2026-11-23"
SCRIPT = "<script>alert(1)</script>"
QUOTES = "\"'><img src=x onerror=alert(1)>"


def page(calculator: str, **inputs: Any) -> Page:
    answer = json.loads(bridge.page(json.dumps({"calculator": calculator, "inputs": inputs, "as_of": DAY})))
    assert answer["errors"] == [], answer
    return Page(answer["outcome"]["html"])


def test_the_browser_gets_templates_only(tmp_path: Path) -> None:
    """A module for each template, and none for the style sheets beside them."""
    staging.compile_templates(tmp_path)
    assert len(list(tmp_path.iterdir())) == len(list(COMPONENTS.rglob("*.j2")))


@pytest.fixture(params=CATALOGUE, ids=lambda c: c.id)
def calculator(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_every_tag_is_closed_and_ids_are_unique(calculator: Any) -> None:
    shown = page(calculator.id)
    assert shown.open == []
    assert len(shown.ids) == len(set(shown.ids))


def test_every_plain_figure_is_in_the_html(calculator: Any) -> None:
    answer = json.loads(bridge.run(json.dumps({"calculator": calculator.id, "inputs": {}, "as_of": DAY})))
    shown = {name: value for name, index, value in page(calculator.id).figures if index is None}
    case = calculator.at(calculator.inputs())
    listed = {case.headline.name, *case.parts} if case.parts else set(answer["figures"])
    for name, value in answer["figures"].items():
        if name not in listed:
            continue  # it stands in the working only
        if isinstance(value, int | float):
            assert float(shown[name]) == value, name
        else:
            assert shown[name] == (value or ""), name


def test_every_row_figure_is_in_the_html_with_its_row(calculator: Any) -> None:
    answer = json.loads(bridge.run(json.dumps({"calculator": calculator.id, "inputs": {}, "as_of": DAY})))
    for name, index, value in page(calculator.id).figures:
        if index is None or not value:
            continue
        figure = next(rows[int(index)][name] for rows in answer["rows"].values() if rows and name in rows[0])
        assert value == str(figure) or float(value) == figure


def test_figure_of_the_contract_is_in_the_html() -> None:
    shown = page("equalizer", pay="52,000", pay_growth="2", inflation="3.4", years="5")
    assert ("gap", None, "4049.71") in shown.figures


def test_the_sentence_and_the_working_are_there(calculator: Any) -> None:
    shown = page(calculator.id)
    assert "Show the working" in shown.text
    assert calculator.at(calculator.inputs()).headline.label in shown.text


def test_folds_can_be_left_for_later(calculator: Any) -> None:
    """Nothing else of the page changes, and each fold that is left out says so."""

    def html(folds: bool) -> str:
        answer = json.loads(bridge.page(json.dumps({"calculator": calculator.id, "inputs": {}, "as_of": DAY, "folds": folds})))
        return re.sub(r"\s+", " ", answer["outcome"]["html"])

    fold = r'(<details class="ug-fold[^"]*" data-fold="[^"]+")> (<summary>[^<]*</summary>).*?</details>'
    emptied, count = re.subn(fold, r"\1 data-keep> \2</details>", html(folds=True))
    assert count == html(folds=True).count("data-fold=") > 0
    assert emptied == html(folds=False).replace("</summary> </details>", "</summary></details>")


@pytest.mark.parametrize("name", [SCRIPT, QUOTES[:40], "{{ 7 * 7 }}", "${alert(1)}", "</data>", "&lt;b&gt;"])
@pytest.mark.parametrize("place", ["inventory", "leverage-income"])
def test_markup_in_a_name_stays_text(place: str, name: str) -> None:
    if place == "inventory":
        shown = page("inventory", assets=[{"kind": "tools", "name": name, "capacity": "30", "used": "2"}])
    else:
        pair = {"gig": "tool-rental", "asset": name, "price": "5", "units": "60"}
        shown = page("leverage-income", assets=[{"name": name, "capacity": "30"}], pairs=[pair])
    assert name in shown.text
    assert "script" not in shown.tags
    assert "img" not in shown.tags
    assert shown.open == []
    assert [entry for entry in shown.attributes if entry[1].startswith("on")] == []


def test_markup_in_a_refused_value_stays_text() -> None:
    inputs = {"pay": SCRIPT, f"a{SCRIPT}": "1", "years": QUOTES}
    answer = json.loads(bridge.page(json.dumps({"calculator": "equalizer", "inputs": inputs, "as_of": DAY})))
    shown = Page(answer["summary"])
    assert len(answer["errors"]) == 3
    assert "script" not in shown.tags
    assert "img" not in shown.tags
    assert shown.open == []


def test_suggestion_carries_its_row_as_json() -> None:
    """The row is valid JSON even when its name has quotes and markup."""
    shown = page("inventory", assets=[{"kind": "tools", "name": "5\" 'drill' & <bits>", "capacity": "30", "used": "2"}])
    carried = [json.loads(value or "") for _, name, value in shown.attributes if name == "data-choose"]
    assert carried
    assert {row["row"]["asset"] for row in carried} == {"5\" 'drill' & <bits>"}
    assert {(row["calculator"], row["rows"]) for row in carried} == {("leverage-income", "pairs")}


def test_links_in_an_outcome_go_to_cited_sources_only(calculator: Any) -> None:
    for tag, name, value in page(calculator.id).attributes:
        if name in {"href", "src"}:
            assert tag == "a"
            assert (value or "").startswith(("https://", "http://", "#"))


def test_form_has_every_input_once_with_its_first_value(calculator: Any) -> None:
    view = form_view(calculator, calculator.inputs(), date(2026, 11, 23))
    items = [item for group in view.groups for item in group.items]
    assert sorted(item.name for item in items) == sorted(slot.name for slot in calculator.slots)
    first = typed_inputs(calculator.slots, calculator.inputs())
    for item in items:
        if item.kind == "rows":
            assert len(item.rows) == len(first[item.name])
        else:
            assert item.value == first[item.name]


def test_blank_row_has_defaults_and_placeholder_names(calculator: Any) -> None:
    view = form_view(calculator, calculator.inputs(), date(2026, 11, 23))
    for item in (item for group in view.groups for item in group.items):
        if item.kind == "rows":
            slot = next(slot for slot in calculator.slots if slot.name == item.name)
            assert isinstance(slot.field, Rows)
            names = [field.name for field in (*item.blank.fields, *item.blank.more)]
            assert all(name.startswith(f"{item.name}.{BLANK}.") for name in names)
            assert item.blank.title == f"New {item.item}"
            for row in item.rows:
                assert [field.name.replace(f".{row.index}.", f".{BLANK}.", 1) for field in (*row.fields, *row.more)] == names


def test_no_two_fields_of_a_form_share_an_id(calculator: Any) -> None:
    view = form_view(calculator, calculator.inputs(), date(2026, 11, 23))
    ids = []
    for item in (item for group in view.groups for item in group.items):
        rows = (*item.rows, item.blank) if item.kind == "rows" else ()
        ids += [field.id for row in rows for field in (*row.fields, *row.more)] or [item.id]
    assert len(ids) == len(set(ids))
    assert all(" " not in name and "." not in name for name in ids)


def test_number_boxes_get_the_keys_that_they_need(calculator: Any) -> None:
    """A phone shows digits for whole numbers, digits and the decimal sign of its language for others, and all keys where a minus may be
    needed, which the keys for numbers lack on some phones."""
    slots_by_name = {slot.name: slot for slot in calculator.slots}
    for group in form_view(calculator, calculator.inputs(), date.fromisoformat(DAY)).groups:
        for item in group.items:
            of_rows = isinstance(item, RowsView)
            declared = {slot.name: slot for slot in slots(slots_by_name[item.name].field.of)} if of_rows else slots_by_name
            views = (
                [view for row in (*item.rows, item.blank) for view in (*row.fields, *row.more)] if isinstance(item, RowsView) else [item]
            )
            for view in views:
                field = declared[view.name.rpartition(".")[2]].field
                if not isinstance(field, Number):
                    assert view.inputmode == "", view.name
                elif field.ge < 0:
                    assert view.inputmode == "text", view.name
                else:
                    assert view.inputmode == ("numeric" if field.holds is int else "decimal"), view.name


def test_slider_begins_within_its_range(calculator: Any) -> None:
    for slot in calculator.slots:
        if isinstance(slot.field, Number) and slot.field.slider:
            least, greatest, _ = slot.field.slider
            assert slot.field.kind == "number"
            assert not slot.estimate
            assert least <= getattr(calculator.inputs(), slot.name) * slot.field.scale <= greatest, slot.name


def test_note_on_an_ended_value_has_no_link() -> None:
    equalizer = next(c for c in CATALOGUE if c.id == "equalizer")
    for day, cited in ((date(2026, 11, 23), True), (date(2035, 1, 1), False)):
        items = [item for group in form_view(equalizer, equalizer.inputs(), day).groups for item in group.items]
        inflation = next(item for item in items if item.name == "inflation")
        assert inflation.note
        assert bool(inflation.note_url) == cited


def test_option_fills_fields_of_its_own_row() -> None:
    leverage = next(c for c in CATALOGUE if c.id == "leverage-income")
    view = form_view(leverage, leverage.inputs(), date(2026, 11, 23))
    pairs = next(item for group in view.groups for item in group.items if item.name == "pairs")
    names = {field.name.rpartition(".")[2] for field in (*pairs.blank.fields, *pairs.blank.more)}
    gig = next(field for field in pairs.blank.fields if field.name.endswith(".gig"))
    fills = [json.loads(option.fills) for option in gig.options if option.fills]
    assert fills
    for filled in fills:
        assert {name.partition(".")[0] for name in filled} <= names
        assert all(isinstance(text, str) for text in filled.values())


def test_a_title_of_another_list_is_chosen_from_its_rows() -> None:
    calculator = find("leverage-income")
    assert calculator is not None
    inputs, _ = calculator.read({"assets": [{"name": "Van"}, {"name": "Room"}], "pairs": [{"asset": "Room"}, {"asset": ""}]})
    pairs = next(
        item for group in form_view(calculator, inputs, date.fromisoformat(DAY)).groups for item in group.items if item.name == "pairs"
    )
    assert isinstance(pairs, RowsView)
    for row, chosen in zip((*pairs.rows, pairs.blank), ("Room", "", ""), strict=True):
        asset = next(field for field in row.fields if field.name.endswith(".asset"))
        assert [(option.value, option.label) for option in asset.options] == [("", "Only my own time"), ("Van", "Van"), ("Room", "Room")]
        assert [option.value for option in asset.options if option.selected] == [chosen]
        assert asset.titles_of == "assets.name"


@pytest.mark.parametrize(
    ("gig", "price", "sold"),
    [
        ("short-stay", "What a guest pays", "Share of the nights that sells"),
        ("tutoring", "What a student pays", "Share of the lesson hours that sells"),
    ],
)
def test_a_gigs_questions_are_in_its_own_words(gig: str, price: str, sold: str) -> None:
    calculator = find("leverage-income")
    assert calculator is not None
    inputs, _ = calculator.read({"assets": [], "pairs": [{"gig": gig}]})
    pairs = next(
        item for group in form_view(calculator, inputs, date.fromisoformat(DAY)).groups for item in group.items if item.name == "pairs"
    )
    assert isinstance(pairs, RowsView)
    asks = {
        field.name.rpartition(".")[2]: "".join(text for _, text in field.asks) for field in (*pairs.rows[0].fields, *pairs.rows[0].more)
    }
    assert (asks["price"], asks["utilization"], asks["units"]) == (price, sold, "")
    assert asks["hours_offered"].startswith("Your hours for each ")


def test_zero_is_neither_a_gain_nor_a_loss() -> None:
    """In an empty plan every amount is zero or unknown, and none has the tone of a gain or a loss."""
    tones = [value for _, name, value in page("plan").attributes if name == "data-tone"]
    assert set(tones) == {"plain"}
    assert "gain" in {value for _, name, value in page("leverage-income").attributes if name == "data-tone"}


def test_wide_tables_become_cards_and_long_ones_are_folded() -> None:
    classes = {value for tag, name, value in page("platform-fees").attributes if (tag, name) == ("div", "class")}
    assert "ug-table ug-table-cards" in classes
    inventory = page("inventory")
    folded = [value for tag, name, value in inventory.attributes if (tag, name) == ("div", "data-table")]
    assert folded.index("ideas") < folded.index("ideas-more")
    ideas = json.loads(bridge.run(json.dumps({"calculator": "inventory", "inputs": {}})))["rows"]["ideas"]
    assert inventory.text.count("What it could do") == 2
    assert sum(name == "data-choose" for _, name, _ in inventory.attributes) == len(ideas) > SHOWN
