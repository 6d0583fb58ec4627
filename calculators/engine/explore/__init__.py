"""Questions that every calculator can answer about itself: ranges, sensitivity, goal seek, scenarios."""

from .distribution import Distribution, distribution
from .ranges import DRAWS, SEED, pert_quantiles, spreads
from .scenarios import Comparison, Line, compare
from .seek import NotSeekable, Sought, seek
from .sensitivity import Swing, sensitivity
from .spread import Spread, quantile

__all__ = [
    "DRAWS",
    "SEED",
    "Comparison",
    "Distribution",
    "Line",
    "NotSeekable",
    "Sought",
    "Spread",
    "Swing",
    "compare",
    "distribution",
    "pert_quantiles",
    "quantile",
    "seek",
    "sensitivity",
    "spreads",
]
