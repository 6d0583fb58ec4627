"""Canada's federal benefits that shrink as income grows: the child benefit, the GST credit and the Workers Benefit.

Sections 122.5 to 122.7 of the Income Tax Act. The child benefit and the GST credit for a tax year are paid from the following July to June.
"""

from collections.abc import Mapping, Sequence

from ....engine.figures import figure
from ..children import ages_of
from .contributions import DOLLARS

UNDER_6, UNDER_18, UNDER_19 = 6, 18, 19
ADULT = 19
ALONE, COUPLE, LONE_PARENT, COUPLE_WITH_CHILDREN = range(4)
"""Kinds of household for the Workers Benefit. Outside Quebec, all but the first have the amounts of a family."""


@figure("Family net income", unit=DOLLARS)
def family_income(taxable_income: float, ca_spouse: str, ca_spouse_income: float) -> float:
    """Your net income and your partner's (line 23600)."""
    return taxable_income + (ca_spouse_income if ca_spouse == "yes" else 0.0)


@figure("Canada Child Benefit", unit=DOLLARS, tone="gain")
def canada_child_benefit(
    child_ages: str,
    family_income: float,
    child_benefit: Mapping[str, float],
    child_benefit_from: Mapping[str, float],
    child_benefit_fade: Sequence[Mapping[str, float]],
) -> float:
    """An amount for each child under 6 and a smaller one from 6 to 17, less a share of family income above two thresholds."""
    ages = [age for age in ages_of(child_ages) if age < UNDER_18]
    if not ages:
        return 0.0
    most = sum(child_benefit["under_6" if age < UNDER_6 else "under_18"] for age in ages)
    fade = child_benefit_fade[min(len(ages), len(child_benefit_fade)) - 1]
    first, second = child_benefit_from["first"], child_benefit_from["second"]
    lost = fade["first"] * max(0.0, min(family_income, second) - first) + fade["second"] * max(0.0, family_income - second)
    return max(0.0, most - lost)


@figure("GST credit", unit=DOLLARS, tone="gain")
def gst_credit(
    age: int,
    child_ages: str,
    ca_spouse: str,
    family_income: float,
    gst_amounts: Mapping[str, float],
    gst_from: Mapping[str, float],
    gst_rates: Mapping[str, float],
    gst_increase: float,
) -> float:
    """An amount for each adult and child, less a share of family income; since July 2026 as Canada Groceries and Essentials Benefit.

    A lone parent gets the adult's amount for one child, and the supplement of a single person in full.
    """
    children = sum(child < UNDER_19 for child in ages_of(child_ages))
    has_spouse = ca_spouse == "yes"
    if age < ADULT and not has_spouse and not children:
        return 0.0
    adult, child = gst_amounts["adult"], gst_amounts["child"]
    if has_spouse or children:
        most = 2 * adult + children * child
    else:
        most = adult + min(child, gst_rates["supplement"] * max(0.0, family_income - gst_from["supplement"]))
    return (1 + gst_increase) * max(0.0, most - gst_rates["fade"] * max(0.0, family_income - gst_from["fade"]))


@figure("Income for the Workers Benefit", unit=DOLLARS)
def workers_income(
    wages: float,
    taxed_profit: float,
    taxable_income: float,
    family_income: float,
    ca_spouse: str,
    ca_spouse_income: float,
    ca_spouse_work: float,
    workers_exempt: float,
) -> float:
    """Family net income, less work income of the lower earner of a couple up to a limit (Schedule 6, lines 7 to 15)."""
    if ca_spouse == "no":
        return family_income
    own = wages + taxed_profit
    lower = min(own, taxable_income) if own < ca_spouse_work else min(ca_spouse_work, ca_spouse_income)
    return family_income - min(workers_exempt, lower)


@figure("Canada Workers Benefit", unit=DOLLARS, tone="gain")
def workers_benefit(
    province: str,
    age: int,
    wages: float,
    taxed_profit: float,
    child_ages: str,
    ca_spouse: str,
    ca_spouse_work: float,
    workers_income: float,
    workers_terms: Sequence[Mapping[str, float]],
    workers_ab: Sequence[Mapping[str, float]],
    workers_nu: Sequence[Mapping[str, float]],
    workers_qc: Sequence[Mapping[str, float]],
) -> float:
    """A share of pay and profit above $3,000 up to a limit, less a share of income above a threshold; Alberta, Quebec and Nunavut
    have amounts of their own (section 122.71). The supplement for disability is not counted.
    """
    kind = household_kind(ca_spouse, child_ages)
    if age < ADULT and kind == ALONE:
        return 0.0
    terms = {"ab": workers_ab, "nu": workers_nu, "qc": workers_qc}.get(province, workers_terms)
    own = terms[min(kind, len(terms) - 1)]
    work = wages + taxed_profit + (ca_spouse_work if ca_spouse == "yes" else 0.0)
    grown = min(own["most"], own["growth"] * max(0.0, work - own["start"]))
    return max(0.0, grown - own["fade"] * max(0.0, workers_income - own["from"]))


def household_kind(ca_spouse: str, child_ages: str) -> int:
    """The kind of household for the Workers Benefit, which counts children under 19."""
    has_children = any(child < UNDER_19 for child in ages_of(child_ages))
    if ca_spouse == "yes":
        return COUPLE_WITH_CHILDREN if has_children else COUPLE
    return LONE_PARENT if has_children else ALONE


@figure("Benefits", unit=DOLLARS, tone="gain")
def benefits(canada_child_benefit: float, gst_credit: float, workers_benefit: float) -> float:
    """The federal benefits for a tax year with the gig."""
    return canada_child_benefit + gst_credit + workers_benefit
