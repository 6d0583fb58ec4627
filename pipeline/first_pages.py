"""Render each calculator's form and outcome once, as its page first shows them, in the Python of the build.

Run as a separate process, `python -m pipeline.first_pages`, so that it sees the calculators as they are on disk. It takes half a second,
and finds mistakes in a calculator or a template before Pyodide, MkDocs or the tests report them at length.
"""

from collections.abc import Iterator
from typing import Any

from calculators import IDS, find
from calculators.engine.calculator import Calculator
from calculators.engine.view.form import form_view
from calculators.engine.view.outcome import chart_specs, environment, outcome_html

from .editions import build_day


def render_all() -> None:
    """Compile every template, then render every calculator's first page, and for a tax calculator one for each country.

    Raises:
        Exception: the first error of a calculator or a template, with a note that names the calculator.
    """
    templates = environment()
    for name in templates.list_templates(extensions=["j2"]):
        templates.get_template(name)
    for calculator in filter(None, map(find, IDS)):
        for inputs, about in _first_inputs(calculator):
            try:
                _render(calculator, inputs)
            except Exception as fault:
                fault.add_note(f"The first page of {about} could not be rendered.")
                raise


def _first_inputs(calculator: Calculator) -> Iterator[tuple[object, str]]:
    """Yield the default inputs with a description: once, or once for each of the calculator's cases."""
    if not calculator.cases:
        yield calculator.inputs(), calculator.id
    for case in calculator.cases:
        yield calculator.inputs(**{calculator.case: case}), f"{calculator.id} ({case})"


def _render(calculator: Calculator, inputs: object) -> None:
    day = build_day()
    outcome = calculator.outcome(inputs, day)
    chart_specs(outcome)
    outcome_html(outcome)
    form: Any = environment().get_template("form/template.html.j2").module
    form.form(form_view(calculator, inputs, day), calculator.title, "")


if __name__ == "__main__":
    render_all()
