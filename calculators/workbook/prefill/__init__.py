"""What one calculator lends to the next, through the workbook.

Where two sources lend to the same field, the later one in LINKS goes before the earlier one.
"""

from __future__ import annotations

from .income import LINKS as INCOME
from .money import LINKS as MONEY
from .prefill import Link
from .taxpayer import LINKS as TAXPAYER
from .time_and_assets import LINKS as TIME_AND_ASSETS
from .whole_plan import LINKS as WHOLE_PLAN

LINKS: tuple[Link, ...] = (*TIME_AND_ASSETS, *INCOME, *MONEY, *TAXPAYER, *WHOLE_PLAN)

__all__ = ["LINKS", "Link"]
