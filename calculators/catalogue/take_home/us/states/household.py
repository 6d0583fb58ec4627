"""What a state's return takes over from the federal one, and from the answers to the form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class People:
    """Who is on one return. `seniors` are people of 65 or over and `blind` blind people, you and, on a joint return, your spouse.

    `spouse_blind` is the spouse's part of `blind`, and `senior_or_blind` counts somebody who is both once.
    """

    status: str
    children: int
    under_12: int
    under_6: int
    older_children: int
    other_dependents: int
    age: int
    spouse_age: int
    seniors: int
    blind: int
    spouse_blind: int
    senior_or_blind: int
    child_ages: tuple[int, ...]

    @property
    def joint(self) -> bool:
        """Whether spouses file together."""
        return self.status == "joint"

    @property
    def oldest(self) -> int:
        """Your age or, on a joint return, the higher of two."""
        return max(self.age, self.spouse_age) if self.joint else self.age

    @property
    def adults(self) -> int:
        """You and, on a joint return, your spouse."""
        return 2 if self.joint else 1

    @property
    def dependents(self) -> int:
        """Children and others who are supported."""
        return self.children + self.older_children + self.other_dependents

    def children_below(self, age: int) -> int:
        """Children younger than an age."""
        return sum(child < age for child in self.child_ages)

    @property
    def people(self) -> int:
        """Everyone on the return."""
        return self.adults + self.dependents


@dataclass(frozen=True, kw_only=True)
class Income:
    """What the people on one return take in, in dollars a year.

    `pay` is everyone's on the return, without what goes from yours into a pension plan before federal tax, which is `deferred_pay`;
    `spouse_pay` is there also where the spouses file separately. `profit` is net of a loss beyond the federal limit.
    `self_employment_income` is the part of it on which federal self-employment tax is due.
    """

    pay: float
    deferred_pay: float
    spouse_pay: float
    profit: float
    self_employment_income: float
    rent: float
    interest: float
    other_income: float

    @property
    def gross_pay(self) -> float:
        """Pay before anything goes into a pension plan."""
        return self.pay + self.deferred_pay

    @property
    def gross_income(self) -> float:
        """Pay, profit, rent, interest and other income: a loss does not reduce the others."""
        return self.pay + max(0.0, self.profit) + self.rent + self.interest + self.other_income


@dataclass(frozen=True, kw_only=True)
class Household(People, Income):
    """One return: the people, their income, and federal amounts in dollars a year.

    `senior_deduction` is the federal one. `earned_income_credit` is the federal credit; `eitc_at_any_age` is the same amount whatever
    your age, and `over_investment_limit` says that interest and rent rule it out; `eitc_before_loss` is what it grows to with earnings.
    `federal_basic` is the basic federal standard deduction, to which `federal_extra` is added for each person of 65 or over;
    `federal_deduction` is the deduction that is taken, and `itemizes` says whether it is the itemized one. `taxable_income` is federal,
    too, and `federal_tax` is the tax on it before credits. `child_credit` is the federal credit for children and others, of which
    `refundable_child_credit` is paid out beyond the tax. `investment_tax` is the federal one on net investment income, and
    `social_taxes` what is paid to Social Security and Medicare on pay and profit.
    """

    agi: float
    taxable_income: float
    federal_tax: float
    deductible_half: float
    federal_basic: float
    federal_extra: float
    federal_deduction: float
    itemizes: bool
    senior_deduction: float
    earned_income_credit: float
    eitc_at_any_age: float
    over_investment_limit: bool
    eitc_before_loss: float
    child_credit: float
    refundable_child_credit: float
    investment_tax: float
    social_taxes: float

    @property
    def earned(self) -> float:
        """Pay and profit less half of self-employment tax; never below zero."""
        return max(0.0, self.pay + self.profit - self.deductible_half)

    def earned_income_credit_between(self, youngest: int, oldest: int) -> float:
        """The federal earned income credit, also without children where one of you is of an age between two."""
        ages = (self.age, self.spouse_age) if self.joint else (self.age,)
        childless = not self.children + self.older_children
        return self.eitc_at_any_age if childless and any(youngest <= age <= oldest for age in ages) else self.earned_income_credit
