"""Prefills: the values that one calculator's outcome puts into another calculator's fields, through the workbook.

When two sources prefill the same field, the later one in PREFILLS wins.
"""

from .income import PREFILLS as INCOME
from .money import PREFILLS as MONEY
from .own_work import PREFILLS as OWN_WORK
from .prefill import Prefill
from .taxpayer import PREFILLS as TAXPAYER
from .time_and_assets import PREFILLS as TIME_AND_ASSETS
from .whole_plan import PREFILLS as WHOLE_PLAN

PREFILLS: tuple[Prefill, ...] = (*TIME_AND_ASSETS, *INCOME, *OWN_WORK, *MONEY, *TAXPAYER, *WHOLE_PLAN)

__all__ = ["PREFILLS", "Prefill"]
