"""Affine arithmetic on samples: propagate all draws of the uncertain inputs through the figures in one evaluation.

Affine arithmetic (Comba and Stolfi, 1993; de Figueiredo and Stolfi, Numerical Algorithms 37, 2004) represents an uncertain quantity as
a constant plus a weighted sum of noise symbols. Here each noise symbol stands for a vector of samples: the shape of one estimate, or the
result of one non-affine operation. Sums, differences and multiples of affine forms are affine forms again, and take one step instead of
one step a draw. A product or quotient of two forms is computed draw by draw, exactly, and becomes a new noise symbol; the literature
would bound its error instead.

Two forms that differ only by a factor and a constant have the same distribution up to that factor and constant, so their samples are
summed and sorted once. A form with a single estimate needs no sorting at all.

A figure that branches on a number (`if`, `max`, rounding) cannot be evaluated this way: `propagate` then returns None, and the caller
evaluates every draw by itself. Both ways agree except for the last digits of a float.
"""

from __future__ import annotations

import functools
import itertools
import math
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, cast

from .percentiles import Percentiles, percentiles_of

if TYPE_CHECKING:
    from ..calculator import Calculator

Coefficients = Mapping[int, float]
"""The nonzero coefficient of each noise symbol, by the symbol's index in the sample space."""
Operator = Callable[[float, float], float]


@dataclass(frozen=True, eq=False)
class Samples:
    """The samples of an estimate: `low + width * unit`, for units in draw order and, in `ordered`, ascending."""

    low: float
    width: float
    units: Sequence[float]
    ordered: Sequence[float]

    @functools.cached_property
    def values(self) -> list[float]:
        """The samples in draw order."""
        low, width = self.low, self.width
        return [low + width * unit for unit in self.units]


SamplesByInput = Mapping[tuple[str, int | None], Samples]
"""The samples of each uncertain argument, by its name and its row (None for an argument that is one number)."""


class NotAffine(Exception):
    """Raised when a figure needs a plain number where it is given an affine form."""


class SampleSpace:
    """All noise symbols: first the estimates, then the results of non-affine operations, in the order in which they arose."""

    def __init__(self, estimates: Sequence[Samples]) -> None:
        """Start with one noise symbol for each estimate."""
        self._estimates = estimates
        self._nonaffine: list[Sequence[float]] = []
        self._results: dict[object, AffineForm] = {}
        self._percentiles: dict[object, Percentiles] = {}

    def variable(self, index: int) -> AffineForm:
        """Return the affine form of an estimate."""
        samples = self._estimates[index]
        return AffineForm(self, samples.low, {index: samples.width} if samples.width else {})

    def combine(self, operation: Operator, left: AffineForm, right: AffineForm) -> AffineForm:
        """Apply a non-affine operation draw by draw, and return its result as a new noise symbol."""
        key = (operation, left.key, right.key)
        if key not in self._results:
            self._results[key] = AffineForm(self, 0.0, {len(self._estimates) + len(self._nonaffine): 1.0})
            self._nonaffine.append(list(map(operation, self._values(left), self._values(right))))
        return self._results[key]

    def percentiles(self, form: AffineForm) -> Percentiles:
        """Return the percentiles of a form over all draws."""
        constant = form.constant
        if not form.coefficients:
            return Percentiles(constant, constant, constant)
        scale, terms = _normalized(form.coefficients)
        key = tuple((index, f"{coefficient:.12e}") for index, coefficient in terms)
        if key not in self._percentiles:
            self._percentiles[key] = percentiles_of(self._sorted(terms))
        unit = self._percentiles[key]
        low, high = (unit.p10, unit.p90) if scale > 0 else (unit.p90, unit.p10)
        return Percentiles(constant + scale * low, constant + scale * unit.p50, constant + scale * high)

    def _sorted(self, terms: Sequence[tuple[int, float]]) -> Sequence[float]:
        (index, _), *others = terms
        is_single_estimate = not others and index < len(self._estimates)
        return self._estimates[index].ordered if is_single_estimate else sorted(self._sums(terms))

    def _sums(self, terms: Sequence[tuple[int, float]]) -> Sequence[float]:
        """Return the weighted sum of the noise symbols in each draw."""
        count = len(self._estimates)
        series = [self._estimates[index].units if index < count else self._nonaffine[index - count] for index, _ in terms]
        return _weighted_sum(len(terms))(*[coefficient for _, coefficient in terms], *series)

    def _values(self, form: AffineForm) -> Iterable[float]:
        """Return the value of a form in each draw."""
        constant = form.constant
        if not form.coefficients:
            return itertools.repeat(constant)
        return [constant + value for value in self._sums(tuple(form.coefficients.items()))]


def _normalized(coefficients: Coefficients) -> tuple[float, Sequence[tuple[int, float]]]:
    """Return the coefficient with the largest magnitude, and all coefficients divided by it, by index."""
    terms = sorted(coefficients.items())
    scale = max((coefficient for _, coefficient in terms), key=abs)
    return scale, [(index, coefficient / scale) for index, coefficient in terms]


@functools.cache
def _weighted_sum(count: int) -> Callable[..., list[float]]:
    """Compile a weighted sum over `count` sample arrays into one loop. Its arguments are the weights, then the arrays."""
    indexes = range(count)
    terms = " + ".join(f"w{i} * x{i}" for i in indexes)
    parameters = ", ".join([*(f"w{i}" for i in indexes), *(f"s{i}" for i in indexes)])
    series = f"zip({', '.join(f's{i}' for i in indexes)})" if count > 1 else "s0"
    source = f"lambda {parameters}: [{terms} for {', '.join(f'x{i}' for i in indexes)} in {series}]"
    compiled: Callable[..., list[float]] = eval(source)  # noqa: S307 - generated from an integer alone
    return compiled


class AffineForm:
    """A constant plus a weighted sum of noise symbols. Arithmetic works as on a float; everything else raises NotAffine."""

    __slots__ = ("coefficients", "constant", "space")

    def __init__(self, space: SampleSpace, constant: float, coefficients: Coefficients) -> None:
        """Build a form from its parts."""
        self.space, self.constant, self.coefficients = space, constant, coefficients

    @property
    def key(self) -> object:
        """A value that is equal for forms that are equal in every draw."""
        return self.constant, tuple(self.coefficients.items())

    def _scaled(self, number: float, operation: Operator = operator.mul) -> AffineForm:
        scaled = ((index, operation(coefficient, number)) for index, coefficient in self.coefficients.items())
        return AffineForm(self.space, operation(self.constant, number), {index: value for index, value in scaled if value})

    def _plus(self, other: AffineForm | float, factor: float) -> AffineForm:
        if not isinstance(other, AffineForm):
            return AffineForm(self.space, self.constant + factor * _number(other), self.coefficients)
        coefficients = dict(self.coefficients)
        for index, coefficient in other.coefficients.items():
            coefficients[index] = coefficients.get(index, 0.0) + factor * coefficient
        constant = self.constant + factor * other.constant
        return AffineForm(self.space, constant, {index: value for index, value in coefficients.items() if value})

    def __add__(self, other: AffineForm | float) -> AffineForm:
        return self._plus(other, 1.0)

    __radd__ = __add__

    def __sub__(self, other: AffineForm | float) -> AffineForm:
        return self._plus(other, -1.0)

    def __rsub__(self, other: float) -> AffineForm:
        return self._scaled(-1.0)._plus(other, 1.0)

    def __neg__(self) -> AffineForm:
        return self._scaled(-1.0)

    def __mul__(self, other: AffineForm | float) -> AffineForm:
        if not isinstance(other, AffineForm):
            return self._scaled(_number(other))
        if not self.coefficients or not other.coefficients:
            return other._scaled(self.constant) if other.coefficients else self._scaled(other.constant)
        return self.space.combine(operator.mul, self, other)

    __rmul__ = __mul__

    def __truediv__(self, other: AffineForm | float) -> AffineForm:
        if not isinstance(other, AffineForm):
            return self._scaled(_number(other), operator.truediv)
        if not other.coefficients:
            return self._scaled(other.constant, operator.truediv)
        return self.space.combine(operator.truediv, self, other)

    def __rtruediv__(self, other: float) -> AffineForm:
        return AffineForm(self.space, _number(other), {}) / self

    def _refuse(self, *_: object) -> NoReturn:
        raise NotAffine

    __bool__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __float__ = __int__ = __round__ = _refuse
    __hash__ = __format__ = __str__ = __repr__ = _refuse


def _number(value: object) -> float:
    if type(value) in (int, float):
        return value  # type: ignore[return-value]  # a bool or None is not a number here
    raise NotAffine


def propagate(
    calculator: Calculator, varying: tuple[str, ...], arguments: Mapping[str, object], samples: SamplesByInput
) -> list[Percentiles | tuple[Percentiles, ...]] | None:
    """Compute the percentiles of each ranged figure, or of each of its rows, from one evaluation with affine forms.

    `varying` names the uncertain arguments, as for the graph's evaluator; `arguments` are that evaluator's at the typical values. Return
    None when a figure is not affine or not finite.
    """
    space = SampleSpace(tuple(samples.values()))
    forms = {place: space.variable(index) for index, place in enumerate(samples)}
    evaluator = calculator.graph.evaluator(tuple(figure.name for figure in calculator.ranged), varying)
    try:
        results: Sequence[object] = evaluator.function(*[_with_forms(name, value, forms) for name, value in arguments.items()])
    except (NotAffine, ArithmeticError):
        return None
    if not all(_is_finite(value) for result in results for value in (result if isinstance(result, tuple) else (result,))):
        return None
    return [tuple(map(_percentiles, result)) if isinstance(result, tuple) else _percentiles(result) for result in results]


def _is_finite(value: object) -> bool:
    """Whether a result is a float, or an affine form whose parts are all finite."""
    if isinstance(value, AffineForm):
        return math.isfinite(value.constant) and all(map(math.isfinite, value.coefficients.values()))
    return isinstance(value, float)


def _percentiles(value: object) -> Percentiles:
    return value.space.percentiles(value) if isinstance(value, AffineForm) else Percentiles(*[cast("float", value)] * 3)


def _with_forms(name: str, value: object, forms: Mapping[tuple[str, int | None], AffineForm]) -> object:
    """Return an argument with an affine form in place of each uncertain number."""
    if (name, None) in forms:
        return forms[name, None]
    if (name, 0) in forms:
        return [forms.get((name, row), typical) for row, typical in enumerate(cast("Sequence[float]", value))]
    return value
