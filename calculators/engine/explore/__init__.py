"""Questions that every calculator can answer about itself: ranges, sensitivity, goal seek, scenarios."""

from .distribution import Distribution, distribution
from .ranges import DRAWS, SEED, Spread, pert_quantiles, quantile, spreads
from .scenarios import Comparison, Line, compare
from .seek import NotSeekable, Sought, seek
from .sensitivity import Swing, sensitivity

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
