"""The graph of figures: errors of declarations, and agreement of the compiled graph with the plain functions."""

import itertools
from dataclasses import dataclass
from typing import Annotated, Any

import pytest

from calculators import CATALOGUE
from calculators.engine.calculator import Calculator
from calculators.engine.fields import DeclarationError, Money, Number, Rows, slots
from calculators.engine.figures import Figure, Graph, Series, figure


@dataclass(frozen=True, kw_only=True)
class Line:
    price: Annotated[float, Money("Price")] = 1.0
    amount: Annotated[float, Number("Amount")] = 1.0


@dataclass(frozen=True, kw_only=True)
class Inputs:
    discount: Annotated[float, Number("Discount")] = 0.5
    lines: Annotated[tuple[Line, ...], Rows("Lines", of=Line)] = ()


def graph(*figures: Figure, **more: Any) -> Graph:
    return Graph("shop", slots(Inputs), figures, **more)


@figure("Cost", unit=Money(), each="lines")
def cost(price: float, amount: float, discount: float) -> float:
    """What a line costs."""
    return price * amount * (1 - discount)


@figure("All", unit=Money())
def total(cost: tuple[float, ...]) -> float:
    """All lines together."""
    return sum(cost)


@figure("Share", unit=Number(), each="lines")
def share(cost: float, total: float) -> float:
    """A line's part of all."""
    return cost / total


@figure("Ranks", unit=Number(), column="lines")
def rank(cost: tuple[float, ...], lines: tuple[Line, ...]) -> tuple[float, ...]:
    """The place of each line among all, dearest first."""
    return tuple(float(sorted(cost, reverse=True).index(c)) for c, _ in zip(cost, lines, strict=True))


@figure("Over the months", unit=Money(), each="months")
def by_month(month: int, total: float) -> float:
    """So much by then."""
    return month * total


MONTHS = Series("months", "month", "Month", (1, 2, 3))


def arguments(lines: list[tuple[float, float]], discount: float) -> dict[str, Any]:
    return {
        "discount": discount,
        "lines": tuple(Line(price=p, amount=a) for p, a in lines),
        "lines.price": [p for p, _ in lines],
        "lines.amount": [a for _, a in lines],
        "months": (1, 2, 3),
        "months.month": (1, 2, 3),
    }


def evaluated(whole: Graph, named: dict[str, Any], wanted: list[str] | None = None) -> dict[str, Any]:
    evaluator = whole.evaluator(wanted)
    return dict(zip(evaluator.results, evaluator.function(*[named[name] for name in evaluator.arguments]), strict=True))


def test_figures_are_sorted_after_what_they_need() -> None:
    for figures in itertools.permutations([by_month, rank, share, total, cost]):
        names = [figure.name for figure in graph(*figures, series=(MONTHS,)).order]
        assert names.index("cost") < names.index("total") < names.index("share")
        assert names.index("total") < names.index("by_month")


def test_row_figures_are_per_row_and_columns_whole() -> None:
    values = evaluated(graph(by_month, rank, share, total, cost, series=(MONTHS,)), arguments([(2, 3), (4, 5)], 0.5))
    assert values == {"cost": (3.0, 10.0), "total": 13.0, "share": (3 / 13, 10 / 13), "rank": (1.0, 0.0), "by_month": (13.0, 26.0, 39.0)}


def test_no_rows_give_empty_row_figures() -> None:
    assert evaluated(graph(total, cost), arguments([], 0.5)) == {"cost": (), "total": 0}


def test_only_requested_figures_are_computed() -> None:
    whole = graph(by_month, share, total, cost, series=(MONTHS,))
    assert set(evaluated(whole, arguments([(2, 3)], 0), ["total"])) == {"total"}
    assert "_share" not in whole.evaluator(["total"]).source


def test_only_figures_of_varying_arguments_are_recomputed() -> None:
    whole = graph(by_month, share, total, cost, rank, series=(MONTHS,))
    assert whole.dependents_of(["months.month"]) == {"by_month"}
    assert whole.dependents_of(["discount"]) == {"cost", "total", "share", "rank", "by_month"}
    evaluator = whole.evaluator(["by_month"], ["months.month"])
    assert set(evaluator.arguments) == {"total", "months.month"}
    assert evaluator.function(*[{"total": 7.0, "months.month": (1, 2)}[name] for name in evaluator.arguments]) == ((7.0, 14.0),)


def test_vectorized_call_equals_a_call_per_draw() -> None:
    whole = graph(by_month, share, total, cost, rank, series=(MONTHS,))
    evaluator = whole.evaluator(["total", "by_month"], ["discount"])
    series = (0.0, 0.1, 0.5)
    given = {**arguments([(2, 3), (4, 1)], 0), "months.month": (1, 2)}
    one_by_one = [evaluator.function(*[{**given, "discount": value}[name] for name in evaluator.arguments]) for value in series]
    at_once = evaluator.batch(*[series if name == "discount" else given[name] for name in evaluator.arguments])
    assert at_once == tuple(map(list, zip(*one_by_one, strict=True)))
    assert len({repr(values) for values in one_by_one}) == 3


def test_dependencies_of_a_figure_include_itself() -> None:
    assert graph(by_month, share, total, cost, series=(MONTHS,)).needed_by(["by_month"]) == {"by_month", "total", "cost"}


def test_the_same_evaluator_is_compiled_once() -> None:
    whole = graph(total, cost)
    assert whole.evaluator(["total"]) is whole.evaluator(["total"])


def test_a_figure_called_is_the_function_it_was_made_from() -> None:
    assert cost(2.0, 3.0, 0.5) == 3.0
    assert cost.why == "What a line costs."
    assert cost.needs == ("price", "amount", "discount")


def test_unknown_name_is_reported_with_a_similar_name() -> None:
    @figure("Wrong", unit=Money())
    def wrong(discuont: float) -> float:
        """A slip of the finger."""
        return discuont

    with pytest.raises(DeclarationError, match=r"shop: figure wrong needs discuont.*did you mean discount\? \(.*, line \d+\)"):
        graph(total, cost, wrong)


def test_a_name_of_a_row_is_unknown_outside_of_its_rows() -> None:
    @figure("Wrong", unit=Money())
    def wrong(price: float) -> float:
        """Which line's price?"""
        return price

    with pytest.raises(DeclarationError, match=r"wrong needs price"):
        graph(total, cost, wrong)


def test_a_cycle_is_reported_with_every_figure_in_it() -> None:
    @figure("A", unit=Money())
    def a(b: float, discount: float) -> float:
        """First."""
        return b + discount

    @figure("B", unit=Money())
    def b(c: float) -> float:
        """Second."""
        return c

    @figure("C", unit=Money())
    def c(a: float) -> float:
        """Third."""
        return a

    with pytest.raises(DeclarationError, match=r"cycle: a → b → c → a"):
        graph(total, cost, a, b, c)


def test_a_figure_that_needs_itself_is_a_cycle() -> None:
    @figure("A", unit=Money())
    def a(a: float) -> float:
        """Itself."""
        return a

    with pytest.raises(DeclarationError, match=r"cycle: a → a"):
        graph(total, cost, a)


def test_unused_step_is_reported() -> None:
    @figure("Idle", unit=Money(), step=True)
    def idle_step(discount: float) -> float:
        """Nobody asks."""
        return discount

    with pytest.raises(DeclarationError, match=r"step idle_step is used by no figure"):
        graph(total, cost, idle_step)


def test_unused_input_parameter_and_series_are_reported() -> None:
    with pytest.raises(DeclarationError, match=r"shop: wage_base is declared but used by no figure"):
        graph(total, cost, parameters=("wage_base",))
    with pytest.raises(DeclarationError, match=r"shop: months is declared but used by no figure"):
        graph(total, cost, series=(MONTHS,))

    @figure("Alone", unit=Money())
    def alone() -> float:
        """Needs nothing."""
        return 1.0

    with pytest.raises(DeclarationError, match=r"shop: discount is declared but used by no figure"):
        graph(alone)


def test_input_with_another_purpose_may_be_unused() -> None:
    @figure("Count", unit=Number())
    def count(lines: tuple[Line, ...]) -> int:
        """How many lines."""
        return len(lines)

    assert graph(count, also_used=frozenset({"discount"}))


def test_two_figures_with_the_same_name_are_reported() -> None:
    @figure("Again", unit=Money())
    def total(discount: float) -> float:
        """The name is taken."""
        return discount

    with pytest.raises(DeclarationError, match=r"the name total is used twice"):
        graph(cost, globals()["total"], total)


def test_figure_named_like_an_input_is_reported() -> None:
    @figure("Again", unit=Money())
    def discount(cost: tuple[float, ...]) -> float:
        """The name is taken."""
        return cost[0]

    with pytest.raises(DeclarationError, match=r"the name discount is used twice"):
        graph(total, cost, discount)


def test_row_figure_named_like_its_field_is_reported() -> None:
    @figure("Again", unit=Money(), each="lines")
    def price(amount: float) -> float:
        """The name is taken."""
        return amount

    with pytest.raises(DeclarationError, match=r"price has the name of a field of lines"):
        graph(total, cost, price)


def test_row_figure_that_uses_no_row_is_reported() -> None:
    @figure("Flat", unit=Money(), each="lines")
    def flat(discount: float) -> float:
        """The same for every line."""
        return discount

    with pytest.raises(DeclarationError, match=r"flat is for each of lines but uses nothing of a row"):
        graph(total, cost, flat)


def test_figure_of_unknown_rows_is_reported() -> None:
    @figure("Lost", unit=Money(), each="items")
    def lost(discount: float) -> float:
        """There are no items."""
        return discount

    with pytest.raises(DeclarationError, match=r"lost is for each of items, which is not a rows input or series"):
        graph(total, cost, lost)


def test_a_figure_needs_a_docstring_a_unit_and_one_shape() -> None:
    def silent(discount: float) -> float:
        return discount

    def spoken(discount: float) -> float:
        """Something."""
        return discount

    with pytest.raises(DeclarationError, match=r"figure silent: .*docstring"):
        figure("Silent", unit=Money())(silent)
    with pytest.raises(DeclarationError, match=r"figure spoken: .*unit"):
        figure("Spoken")(spoken)
    with pytest.raises(DeclarationError, match=r"figure spoken: .*not both"):
        figure("Spoken", unit=Money(), table=Line)(spoken)
    with pytest.raises(DeclarationError, match=r"figure spoken: .*exclude"):
        figure("Spoken", unit=Money(), each="lines", column="lines")(spoken)


def test_unknown_figure_is_reported_by_name() -> None:
    with pytest.raises(DeclarationError, match=r"no figure named gross"):
        graph(total, cost).by_name("gross")


def naive(calculator: Calculator, named: dict[str, Any]) -> dict[str, Any]:
    """Compute every figure by calling its plain function; the compiled graph has to agree."""
    by_name = {figure.name: figure for figure in calculator.figures}
    values: dict[str, Any] = {}

    def value_of(name: str) -> Any:
        if name in by_name and name not in values:
            values[name] = compute(by_name[name])
        return values[name] if name in values else named[name]

    def compute(figure: Figure) -> Any:
        fields = {key.partition(".")[2] for key in named if figure.rows and key.startswith(f"{figure.rows}.")}
        given = {name: named[f"{figure.rows}.{name}"] if name in fields else value_of(name) for name in figure.needs}
        if not figure.each:
            return figure.function(**given)
        by_row = {name for name in given if name in fields or (name in by_name and by_name[name].rows == figure.each)}
        count = len(named[figure.each])
        return tuple(figure.function(**{n: v[row] if n in by_row else v for n, v in given.items()}) for row in range(count))

    return {name: value_of(name) for name in by_name}


@pytest.mark.parametrize("calculator", [c for c in CATALOGUE if not c.cases], ids=lambda c: c.id)
def test_the_compiled_graph_answers_as_the_plain_functions_do(calculator: Calculator) -> None:
    from datetime import date

    named, _ = calculator.arguments(calculator.inputs(), date(2026, 11, 23))
    evaluator = calculator.graph.evaluator()
    compiled = dict(zip(evaluator.results, evaluator.function(*[named[name] for name in evaluator.arguments]), strict=True))
    assert compiled == naive(calculator, named)
