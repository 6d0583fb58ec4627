"""Build the views of a calculator's form."""

import json
from collections.abc import Mapping
from datetime import date
from string import Formatter

from .. import parameters as dated
from ..articles import article
from ..calculator import Calculator, Group
from ..fields import Choice, Day, Hours, Money, Number, Option, Preset, Rate, Rows, Slot, Start, Text, Timetable, TitleOf, per_phrase, slots
from ..money import write_trimmed
from ..typed import filled_row, typed_rows, typed_value
from .models import FieldView, FormView, GroupView, OptionView, PickView, PresetView, RowsView, RowView, StartView

Titles = Mapping[str, tuple[str, ...]]
"""The titles of the rows of each list, by the list's name."""

BLANK = "__i__"
"""The placeholder for a row's index in the blank row that the page copies."""

FOLDED_FROM = 3
"""Rows with at least so many fields are folded, except the first."""

GRID_FROM = 4
"""Hours in a row of a timetable: one for each part of the day."""


def form_view(calculator: Calculator, inputs: object, day: date) -> FormView:
    """Return the form filled in with these inputs; the cited values beside fields are those of the day."""
    by_name = {slot.name: slot for slot in calculator.slots}
    groups = calculator.groups or (Group("", tuple(by_name)),)
    views = []
    for group in groups:
        items = tuple(_item(calculator, by_name[name], inputs, day) for name in group.names)
        only = _only(*(by_name[name] for name in group.names))
        is_hidden = _is_hidden(only, calculator, inputs)
        views.append(GroupView(group.legend, group.hint, group.folded, group.question, only, is_hidden, items))
    return FormView(calculator.id, calculator.case, tuple(views))


def _only(*declared: Slot) -> str:
    """Return the cases that any of these fields applies to, separated by spaces; "" for all cases."""
    if not all(slot.field.only for slot in declared):
        return ""
    return " ".join(dict.fromkeys(case for slot in declared for case in slot.field.only))


def _is_hidden(only: str, calculator: Calculator, inputs: object) -> bool:
    """Return whether a field does not apply to the case that these inputs choose."""
    return bool(only) and getattr(inputs, calculator.case) not in only.split()


def _item(calculator: Calculator, slot: Slot, inputs: object, day: date) -> FieldView | RowsView:
    value = getattr(inputs, slot.name)
    if not isinstance(slot.field, Rows):
        view = field_view(slot, typed_value(slot, value), slot.name, calculator, day)
        return view._replace(hidden=_is_hidden(view.only, calculator, inputs))
    rows = slot.field
    declared = slots(rows.of)
    with_presets = next((s.field for s in declared if isinstance(s.field, Choice) and s.field.presets_label), Choice())
    blank = filled_row(declared)
    titles = _all_titles(calculator, inputs)
    views = tuple(_row(rows, declared, typed, slot.name, i, calculator, day, titles) for i, typed in enumerate(typed_rows(rows, value)))
    return RowsView(
        kind="rows",
        name=slot.name,
        label=rows.label,
        hint=rows.hint,
        item=rows.item,
        add=f"Add {article(rows.item)} {rows.item}",
        minimum=rows.minimum,
        maximum=rows.maximum,
        rows=views,
        blank=_row(rows, declared, blank, slot.name, BLANK, calculator, day, titles),
        picks=tuple(PickView(p.id, p.label, p.group, json.dumps(dict(p.values), ensure_ascii=False)) for p in rows.picks),
        starts=tuple(_start(rows, start) for start in rows.starts),
        presets=tuple(tuple(_preset(preset) for preset in presets) for presets in _presets(with_presets)),
        presets_label=with_presets.presets_label,
        presets_before=next((name for option in with_presets.options if option.presets for name, _ in option.fills), ""),
    )


def _start(rows: Rows, start: Start) -> StartView:
    typed = json.dumps(typed_rows(rows, start.rows), ensure_ascii=False) if start.rows else ""
    return StartView(" ".join(start.countries), start.label, start.note, typed)


def _all_titles(calculator: Calculator, inputs: object) -> Titles:
    """Return the titles of the rows of each list."""
    lists = [(slot.name, slot.field) for slot in calculator.slots if isinstance(slot.field, Rows)]
    return {name: tuple(str(getattr(row, rows.title)) for row in getattr(inputs, name) if rows.title) for name, rows in lists}


def _titles(field: TitleOf, chosen: object, titles: Titles) -> tuple[OptionView, ...]:
    """Return nothing, the titles of the other list, and what is chosen, as options."""
    texts = dict.fromkeys(("", *titles[field.rows], str(chosen)))
    return tuple(OptionView(text, text or field.nothing, text == chosen, None, None) for text in texts)


def _presets(choice: Choice) -> list[tuple[Preset, ...]]:
    """Return the different presets of a choice's options."""
    return list(dict.fromkeys(option.presets for option in choice.options if option.presets))


def _preset(preset: Preset, typed: Mapping[str, object] | None = None) -> PresetView:
    chosen = typed is not None and all(typed[name] == text for name, text in preset.fills)
    return PresetView(preset.label, preset.meaning, json.dumps(dict(preset.fills)), chosen)


def _row(
    rows: Rows,
    declared: tuple[Slot, ...],
    typed: Mapping[str, object],
    name: str,
    index: int | str,
    calculator: Calculator,
    day: date,
    titles: Titles,
) -> RowView:
    chosen = [o for s in declared if isinstance(s.field, Choice) for o in s.field.options if o.value == typed[s.name]]
    filled = {inner.partition(".")[0] for s in declared if isinstance(s.field, Choice) for o in s.field.options for inner, _ in o.fills}
    notes = {inner: text for o in chosen for inner, _, text in o.abroad}
    words = next((_counted(o) for o in chosen if o.unit), {})
    views = {}
    for slot in declared:
        view = field_view(slot, typed[slot.name], f"{name}.{index}.{slot.name}", calculator, day)
        counted = words.get(view.counts, "")
        after = f"{counted} {view.after}".strip()
        asks = _asks(slot.field.asks, words)
        views[slot.name] = view._replace(
            after=after, counted=counted, asks=asks, known=slot.name in filled, known_note=notes.get(slot.name, "")
        )
        if isinstance(slot.field, TitleOf):
            views[slot.name] = views[slot.name]._replace(options=_titles(slot.field, typed[slot.name], titles))
    title = next((s.field.write(typed[s.name]) for s in declared if s.name == rows.title), "")
    if index == BLANK or not title:
        title = f"New {rows.item}"
    more = {s.name for s in declared if s.field.more}
    is_later = index != 0
    return RowView(
        index=index,
        title=title,
        fields=tuple(view for inner, view in views.items() if inner not in more),
        more=tuple(view for inner, view in views.items() if inner in more),
        presets=tuple(_preset(preset, typed) for option in chosen for preset in option.presets),
        folded=is_later and len(views) - len(more) >= FOLDED_FROM and not _is_grid(declared),
    )


def _is_grid(declared: tuple[Slot, ...]) -> bool:
    """Return whether a row has hours for each part of the day, so that the list reads like a timetable and stays open."""
    return sum(isinstance(slot.field, Hours) for slot in declared) >= GRID_FROM


def _counted(option: Option) -> dict[str, str]:
    """Return the words for what a choice counts: "a night" and "nights", and for who pays for each."""
    words = {"one": per_phrase(option.unit), "many": option.many, "each": option.each, "who": option.who}
    return {name: word for name, word in words.items() if word}


def _asks(template: str, words: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return a question in parts: the name of a word of the choice, or "", and the text."""
    parts = [("", text, name) for text, name, *_ in Formatter().parse(template)]
    return tuple(part for _, text, name in parts for part in (("", text), (name or "", words.get(name or "", ""))) if part[1])


def _option(option: Option, chosen: bool, presets: list[tuple[Preset, ...]]) -> OptionView:
    """Return the view of an option, with the fields that it fills in as JSON."""
    abroad = {name: [typed, words] for name, typed, words in option.abroad}
    words = _counted(option) if option.unit else {}
    fills, abroad_json, counted = (json.dumps(data, ensure_ascii=False) if data else None for data in (dict(option.fills), abroad, words))
    place = presets.index(option.presets) if option.presets else None
    return OptionView(option.value, option.label, chosen, option.group or None, fills, abroad_json, counted, place)


def field_view(slot: Slot, typed: object, name: str, calculator: Calculator, day: date) -> FieldView:
    """Return the view of a field. Its id includes the calculator's, so that two forms can share a page."""
    field = slot.field
    number = field if isinstance(field, Number) else None
    options = field.options if isinstance(field, Choice | Timetable) else ()
    presets = _presets(field) if isinstance(field, Choice) else []
    chosen = typed if isinstance(typed, list) else [typed]
    note, url = _reference(field.reference, day) if field.reference else (None, None)
    return FieldView(
        kind="estimate" if slot.estimate else field.kind,
        name=name,
        id=f"{calculator.id}-{name}".replace(".", "-"),
        label=field.label,
        hint=field.hint,
        before=number.before if number else "",
        own=isinstance(field, Money) and field.currency is None and not any(case.national for case in calculator.cases.values()),
        after=number.after if number else "",
        value=typed,
        minimum=field.typed(number.ge) if number else None,
        maximum=field.typed(number.le) if number else None,
        inputmode=("numeric" if number.whole else "decimal") if number and number.ge >= 0 else ("text" if number else ""),
        maxlength=field.longest if isinstance(field, Text) and not isinstance(field, Day) else None,
        options=tuple(_option(o, o.value in chosen, presets) for o in options),
        required=bool(number) or (isinstance(field, Text) and field.required),
        note=note,
        note_url=url,
        note_for=field.reference_for,
        only=_only(slot),
        hidden=False,
        counts=number.counts if number else "",
        titles_of=f"{field.rows}.{field.title}" if isinstance(field, TitleOf) else "",
        pages=_pages(field.pages) if field.pages else (),
        slider=number.slider if number else None,
    )


def _pages(file: str) -> tuple[tuple[str, str], ...]:
    return tuple((page["text"], dated.source(page["source"], file).url) for page in dated.load(file)["pages"])


def _reference(path: str, day: date) -> tuple[str, str | None]:
    try:
        cited = dated.as_of(path, day)
    except dated.NotPublished as ended:
        return str(ended), None
    value = Rate().write(cited.value) if cited.unit == "rate" else f"{write_trimmed(cited.value, 2)} {cited.unit}"
    return f"{cited.label}: {value} ({cited.source.publisher}, {cited.since:%B %Y})", cited.source.url


def form_label(calculator: Calculator, name: str) -> str:
    """Return the label for a form name: "Your assets, 3: Capacity"; "" for a name that no field has."""
    slot = next((s for s in calculator.slots if s.name == name.partition(".")[0]), None)
    if slot is None:
        return ""
    _, index, *rest = [*name.split("."), "", ""]
    if not isinstance(slot.field, Rows) or not (index.isascii() and index.isdigit()):
        return slot.field.label
    labels = {inner.name: inner.field.label for inner in slots(slot.field.of)}
    label = labels.get(rest[0], "")
    return f"{slot.field.label}, {int(index) + 1}{': ' if label else ''}{label}"
