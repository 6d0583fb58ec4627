"""What the site's search finds: the book's own text, and the labels of each calculator's form on its own page.

The rest of a calculator, most of it numbers of an example, would only make the index larger.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from calculators.engine.view.models import CalculatorView, FieldView


def words(view: CalculatorView) -> str:
    """The labels and hints of a calculator's form, then the labels of its figures."""
    outcome = view.outcome
    figures = (outcome.headline, *outcome.parts, *outcome.more)
    return " · ".join(dict.fromkeys(text for text in (*_asked(view), *(figure.label for figure in figures)) if text))


def _asked(view: CalculatorView) -> Iterator[str]:
    for group in view.form.groups:
        yield group.legend
        for item in group.items:
            yield from (item.label, item.hint)
            if not isinstance(item, FieldView):
                yield from (text for field in (*item.blank.fields, *item.blank.more) for text in (field.label, field.hint))


def split_index(folder: Path) -> None:
    """Leave only its settings in search_index.json, and move its pages to pages.json, for theme/scripts/page/search-worker.ts."""
    path = folder / "search_index.json"
    index = json.loads(path.read_text("utf-8"))
    (folder / "pages.json").write_text(json.dumps(index["docs"], ensure_ascii=False, separators=(",", ":")), "utf-8")
    path.write_text(json.dumps({**index, "docs": []}), "utf-8")
