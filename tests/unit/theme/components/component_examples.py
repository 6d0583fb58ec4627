"""The components' example data: theme/components/<component>/examples.toml, one table for each state of the component.

An entry names only what matters in its state. The rest of a view is filled in as empty, and its id from the component and the state.
`[state.error]` is what theme/scripts/errors.js adds to a field: {field, message, readings?}.
"""

from __future__ import annotations

import tomllib
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from calculators.engine.view import models
from calculators.engine.view.outcome import environment, render
from calculators.engine.view.printed import PrintedView
from calculators.what_if.panel import Box, Pick
from theme.mkdocs.about import AboutPanel, Answer
from theme.mkdocs.explorable import Sentence
from theme.mkdocs.path import Step
from theme.mkdocs.reference import Method, ParameterFile

COMPONENTS = Path(__file__).absolute().parents[4] / "theme" / "components"

NAMES = sorted(path.parent.name for path in COMPONENTS.glob("*/template.html.j2"))


@dataclass(frozen=True)
class SeekAnswer:
    """How a goal can be reached, or why it cannot: then it has no value."""

    wanted: str
    label: str
    value: float | None
    text: str
    figure: str
    result: str
    why: str


@dataclass(frozen=True)
class Seek:
    """The part of the what-if panel that reaches a goal."""

    picks: tuple[Pick, ...]
    goal: Box
    hint: str
    answer: SeekAnswer | None


_TEMPLATES: dict[str, dict[str, Any]] = {
    "about": {"about": AboutPanel},
    "calculator": {
        "v": models.CalculatorView,
        "household": str,
        "usual": str,
        "abroad": str,
        "switch": bool,
        "at": Step | None,
        "about": AboutPanel | None,
        "only": str,
        "offers": dict,
        "offered": str,
    },
    "embed": {"calculators": tuple[Answer, ...], "countries": tuple[Answer, ...], "base": str},
    "explorable": {"calculator": str, "s": Sentence, "data": str, "more": str},
    "error-summary": {"errors": list},
    "kept-site": {},
    "method": {"calculators": tuple[tuple[Method, ...], ...]},
    "outcome": {"o": models.OutcomeView},
    "path": {"at": Step},
    "parameters": {"files": tuple[ParameterFile, ...]},
    "printed": {"v": PrintedView},
    "records": {"fields": list},
    "slider": {"v": models.CalculatorView, "f": models.FieldView, "low": int, "high": int, "step": int, "more": str, "grid": str},
    "what-if": {"calculator": str, "moves": dict, "figures": list, "seek": Seek, "spread": dict, "compared": dict},
    "workbook": {"about": AboutPanel | None, "path": str, "lines": str, "edition": str},
}
"""Component -> the variables of its template, with their types."""

_MACROS: dict[str, tuple[str, dict[str, Any]]] = {
    "chart": ("chart", {"c": models.ChartView, "id": str}),
    "day-strip": ("day_strip", {"f": models.FieldView}),
    "field": ("field", {"f": models.FieldView, "compact": bool}),
    "figure": ("number", {"f": models.FigureView}),
    "form": ("form", {"form": models.FormView, "title": str, "household": str, "switch": bool, "offers": dict}),
    "lever": ("lever", {"l": models.LeverView, "id": str}),
    "rows": ("rows", {"r": models.RowsView, "calculator": str}),
    "sources": ("sources", {"list": tuple[models.SourceView, ...]}),
    "table": ("table", {"t": models.TableView, "id": str}),
    "working": ("working", {"steps": tuple[models.WorkingView, ...]}),
}
"""Component -> its macro and the macro's parameters, with their types."""


@dataclass(frozen=True)
class Example:
    """One state of a component."""

    component: str
    state: str
    data: Mapping[str, Any]

    @property
    def id(self) -> str:
        """Component and state, as ids on a page may have them."""
        return f"{self.component}-{self.state}"

    def html(self) -> str:
        """The component in this state."""
        html = self._template() if self.component in _TEMPLATES else self._macro()
        return _with_error(html, self.data["error"]) if "error" in self.data else html

    def _template(self) -> str:
        return render(f"{self.component}/template.html.j2", **self._arguments(_TEMPLATES[self.component]))

    def _macro(self) -> str:
        name, parameters = _MACROS[self.component]
        module: Any = environment().get_template(f"{self.component}/template.html.j2").module
        return str(getattr(module, name)(**self._arguments(parameters)))

    def _arguments(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        data = {name: value for name, value in self.data.items() if name != "error"}
        unknown = set(data) - set(parameters)
        if unknown:
            raise KeyError(f"{self.id}: {self.component} has no {', '.join(sorted(unknown))}")
        return {name: self._built(kind, data[name]) if name in data else _empty(kind) for name, kind in parameters.items()}

    def _built(self, kind: Any, value: Any) -> Any:
        """A view from a table, tuples of views from an array; whatever else as it is."""
        if typing.get_origin(kind) is tuple:
            return tuple(self._built(typing.get_args(kind)[0], item) for item in value)
        if isinstance(kind, types.UnionType):
            options = [option for option in typing.get_args(kind) if _is_view(option) == isinstance(value, dict)]
            rows = isinstance(value, dict) and value.get("kind") == "rows"
            return self._built(next((option for option in options if (option is models.RowsView) == rows), Any), value)
        if _is_view(kind) and isinstance(value, dict):
            return self._view(kind, value)
        return value

    def _view(self, kind: Any, table: Mapping[str, Any]) -> Any:
        hints = typing.get_type_hints(kind)
        unknown = set(table) - set(hints)
        if unknown:
            raise KeyError(f"{self.id}: {kind.__name__} has no {', '.join(sorted(unknown))}")
        given = {name: self._built(hints[name], value) for name, value in table.items()}
        given |= {name: Markup(value) for name, value in given.items() if name.endswith("_svg")}
        empty = {name: _empty(hints[name]) for name in _needed(kind)}
        return kind(**empty | ({"id": f"{self.id}-{table.get('name', '')}"} if "id" in hints else {}) | given)


def examples(component: str) -> Iterator[Example]:
    """The states of a component, in the order of its examples.toml."""
    for state, data in tomllib.loads((COMPONENTS / component / "examples.toml").read_text("utf-8")).items():
        yield Example(component, state, data)


EXAMPLES = [example for name in NAMES if (COMPONENTS / name / "examples.toml").exists() for example in examples(name)]


def _is_view(kind: Any) -> bool:
    """Whether a type is a view: those of pages are named tuples, those of the what-if panel dataclasses."""
    return is_dataclass(kind) or hasattr(kind, "_fields")


def _needed(kind: Any) -> list[str]:
    """Return the fields of a view that have no default."""
    if is_dataclass(kind):
        return [field.name for field in fields(kind) if field.default is MISSING]
    return [name for name in kind._fields if name not in kind._field_defaults]


def _empty(kind: Any) -> Any:
    """What a view has where there is nothing to say."""
    if isinstance(kind, types.UnionType) and type(None) in typing.get_args(kind):
        return None
    return {str: "", bool: False, int: 0, float: 0.0, dict: {}, list: []}.get(kind, () if typing.get_origin(kind) is tuple else None)


def _with_error(html: str, error: Mapping[str, Any]) -> str:
    """A field as errors.js leaves it: the control marked as invalid, its message shown, and the readings as buttons."""
    field = escape(error["field"])
    place = f'data-error-for="{field}" hidden></p>'
    control = f' name="{field}"'
    if html.count(place) != 1 or control not in html:
        raise KeyError(f"there is no field {error['field']} to be wrong")
    button = Markup('<button type="button" class="ug-button" data-action="reading" data-text="{text}">{label}</button>')
    buttons = "".join(button.format(**reading) for reading in error.get("readings", ()))
    message = f'data-error-for="{field}">{escape(error["message"])} {buttons}</p>'
    return html.replace(place, message).replace(control, f'{control} aria-invalid="true"')
