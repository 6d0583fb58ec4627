"""Self-employment tax and the Additional Medicare Tax: Schedule SE and Form 8959."""

from __future__ import annotations

from collections.abc import Mapping

from ....engine.fields import Money
from ....engine.figures import figure
from .gig import DOLLARS


@figure("Wages on this return", unit=DOLLARS)
def household_wages(wages: float, spouse_wages: float, filing_status: str) -> float:
    """Your pay, and your spouse's if you file jointly (Form 1040, line 1a)."""
    return wages + spouse_wages if filing_status == "joint" else wages


@figure("Net earnings from self-employment", unit=DOLLARS)
def net_earnings(net_profit: float, net_earnings_share: float) -> float:
    """Only this share of the profit counts, because an employer's half of the tax is not part of pay either (Schedule SE, line 4a)."""
    return max(0, net_profit) * net_earnings_share


@figure("Self-employment income", unit=DOLLARS)
def self_employment_income(net_earnings: float, self_employment_floor: float) -> float:
    """Net earnings below the floor are exempt; from the floor up, all of them count (section 1402(b)(2); Schedule SE, line 4c)."""
    return net_earnings if net_earnings >= self_employment_floor else 0


@figure("Social Security part", unit=DOLLARS)
def social_security_part(self_employment_income: float, social_security_rate: float, wage_base: float, wages: float) -> float:
    """Wages use up the wage base first; only the rest of it is taxed here (Schedule SE, lines 7 to 10)."""
    return social_security_rate * min(self_employment_income, max(0, wage_base - wages))


@figure("Medicare part", unit=DOLLARS)
def medicare_part(self_employment_income: float, medicare_rate: float) -> float:
    """Medicare has no upper limit (Schedule SE, line 11)."""
    return medicare_rate * self_employment_income


@figure("Self-employment tax", unit=DOLLARS, tone="loss")
def self_employment_tax(social_security_part: float, medicare_part: float) -> float:
    """Both halves of Social Security and Medicare tax, because you are your own employer (Schedule SE, line 12)."""
    return social_security_part + medicare_part


@figure("Deductible half", unit=DOLLARS)
def deductible_half(self_employment_tax: float) -> float:
    """Half of that tax is deducted from your income, like an employer's half (section 164(f); Schedule SE, line 13)."""
    return self_employment_tax / 2


@figure("Additional Medicare Tax starts at", unit=Money(), step=True)
def medicare_threshold(additional_medicare_thresholds: Mapping[str, float], filing_status: str) -> float:
    """By filing status (section 1401(b)(2))."""
    return additional_medicare_thresholds[filing_status]


@figure("Additional Medicare Tax", unit=DOLLARS, tone="loss")
def additional_medicare_tax(
    additional_medicare_rate: float, household_wages: float, self_employment_income: float, medicare_threshold: float
) -> float:
    """On wages and self-employment income together, above the threshold (Form 8959, line 18)."""
    return additional_medicare_rate * max(0, household_wages + self_employment_income - medicare_threshold)


@figure("Taken from wages for Social Security and Medicare", unit=DOLLARS, tone="loss")
def payroll_tax(
    wages: float,
    spouse_wages: float,
    filing_status: str,
    wage_base: float,
    employee_social_security_rate: float,
    employee_medicare_rate: float,
) -> float:
    """The employee's half, for each of you. The gig does not change it, so it is not part of the tax compared here."""
    people = (wages, spouse_wages) if filing_status == "joint" else (wages,)
    return sum(employee_social_security_rate * min(pay, wage_base) + employee_medicare_rate * pay for pay in people)
