"""Notes on take-home pay in the United Kingdom, Canada and Australia: each is shown on one side of its limit and not on the other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from calculators.catalogue.take_home import CALCULATOR

DAY = date(2026, 11, 29)
UK = {"country": "uk", "tax_year": "2026", "wages": 20_000, "gross_receipts": 10_000, "expenses": 0}
CA = {"country": "ca", "tax_year": "2026", "province": "on", "wages": 40_000, "gross_receipts": 10_000, "expenses": 0, "age": 40}
AU = {"country": "au", "tax_year": "2026", "wages": 60_000, "gross_receipts": 10_000, "expenses": 0}

ON_CREDIT = {"gets_universal_credit": "yes", "first_year": "no"}
ALONE = ON_CREDIT | {"wages": 0, "gross_receipts": 9_000}
CHILD_BENEFIT = {"gets_child_benefit": "yes", "child_ages": "3", "gross_receipts": 0}
PARTNER = {"uk_partner": "yes"}

COVERED = "are covered by the trading allowance. No tax is due"
ALLOWANCE_SAVES = "The trading allowance of £1,000 saves you more than your real costs of"
COSTS_SAVE = "save you more than the trading allowance of £1,000"
CLASS_2 = "Profit below £7,105 doesn't count toward your State Pension"
VAT = "you must register for VAT"
INTEREST = "If you rent out a home, leave its mortgage interest out of the costs"
MAXIMUM = "(the annual maximum)"
NO_ACCOUNTS = "No payments on account are due, because"
FIRST_JANUARY = "In your first January you pay the bill together with the first payment on account"
FLOOR = "(the minimum income floor), even in months in which you earn less"
TODDLER = "With a child under 3, no minimum income floor is counted"
JOB_FIRST = "No minimum income floor is counted, because your job brings in more than the gig"
NONE_LEFT = "With these earnings no Universal Credit is left"
UNCHANGED = "The gig doesn't change your Universal Credit"
CHARGED = "of Child Benefit is charged back"
SCOTLAND = "The Scottish Child Payment is not counted."
ANNUAL = "Above £60,000 a year, your employer's part included"
WINTER = "all of your winter fuel payment is taken back"
PENSION_AGE = "Universal Credit is for people below State Pension age"
PLAN_5 = "Plan 5 repayments start in April 2026"

IN_UK: list[tuple[dict[str, Any], str, bool]] = [
    ({"gross_receipts": 1_000}, f"Receipts of up to £1,000 {COVERED}", True),
    ({"gross_receipts": 1_000.01}, COVERED, False),
    ({"gross_receipts": 0}, COVERED, False),
    ({"gross_receipts": 1_000.01}, f"{ALLOWANCE_SAVES} £0", True),
    ({"expenses": 1_000}, f"{ALLOWANCE_SAVES} £1,000", True),
    ({"expenses": 1_001}, f"Your real costs of £1,001 {COSTS_SAVE}", True),
    ({"expenses": 1_000.01}, ALLOWANCE_SAVES, False),
    ({"gross_receipts": 0, "expenses": 1_001}, COSTS_SAVE, False),
    ({"expenses": 10_000.01}, "After its real costs the gig loses money", True),
    ({"expenses": 10_000}, "After its real costs the gig loses money", False),
    ({"gross_receipts": 8_104.99}, f"{CLASS_2}. You can pay voluntary Class 2, £3.65 a week", True),
    ({"gross_receipts": 8_105}, CLASS_2, False),
    ({"gross_receipts": 8_104.99, "uk_gig": "letting"}, CLASS_2, False),
    ({"gross_receipts": 8_104.99, "uk_pension_age": "yes"}, CLASS_2, False),
    ({"gross_receipts": 90_000}, VAT, False),
    ({"gross_receipts": 90_000.01}, VAT, True),
    ({"gross_receipts": 90_000.01, "uk_gig": "letting"}, VAT, False),
    ({"uk_gig": "letting", "expenses": 0.01}, INTEREST, True),
    ({"uk_gig": "room", "expenses": 0.01}, INTEREST, True),
    ({"uk_gig": "letting"}, INTEREST, False),
    ({"expenses": 0.01}, INTEREST, False),
    # regulation 100: 6% of 37,700 is 2,262, which 8% of pay above 12,570 reaches at 40,845; profit above 12,570 is charged from then on
    ({"wages": 40_845, "gross_receipts": 13_570}, MAXIMUM, False),
    ({"wages": 40_845, "gross_receipts": 13_570.01}, MAXIMUM, True),
    ({"wages": 40_845, "gross_receipts": 13_570.01, "uk_pension_age": "yes"}, MAXIMUM, False),
    ({"wages": 20_000, "gross_receipts": 13_571}, MAXIMUM, False),
    ({"wages": 60_000, "gross_receipts": 20_000, "uk_gig": "letting"}, MAXIMUM, False),
    # beside pay of 20,000 a fifth of the taxable profit is due: 1,000 at 5,000
    ({"gross_receipts": 5_995}, f"{NO_ACCOUNTS} the bill is below £1,000", True),
    ({"gross_receipts": 6_000}, f"{FIRST_JANUARY}: £1,500. The second, £500, is due by 31 July", True),
    ({"gross_receipts": 6_000}, NO_ACCOUNTS, False),
    ({"gross_receipts": 1_000}, NO_ACCOUNTS, False),
    ({"wages": 100_000, "gross_receipts": 4_000}, f"{NO_ACCOUNTS} more than 80% of your tax is taken from your pay", True),
    # 9% of 5,000 above 29,385 in the first January as well
    ({"wages": 30_000, "gross_receipts": 6_000, "uk_loans": ["plan_2"]}, "£1,950, including the student loan", True),
    ({"gross_receipts": 6_000}, "including the student loan", False),
    ({"wages": 40_000, "tax_year": "2025", "uk_loans": ["plan_5"]}, PLAN_5, True),
    ({"wages": 40_000, "tax_year": "2026", "uk_loans": ["plan_5"]}, PLAN_5, False),
    ({"wages": 40_000, "tax_year": "2025", "uk_loans": ["plan_2"]}, PLAN_5, False),
    ({"wages": 0, "gross_receipts": 10, "tax_year": "2025", "uk_loans": ["plan_5"]}, PLAN_5, False),
    ({"other_income": 0.01}, "Pensions, including the State Pension", True),
    ({"other_income": 0}, "Pensions, including the State Pension", False),
    ({"workplace_pension": 0.01}, "Your pension contributions lower Income Tax", True),
    ({"workplace_pension": 0}, "Your pension contributions lower Income Tax", False),
    ({"workplace_pension": 800, "uk_pension_kind": "relief_at_source"}, "Your provider adds £200 of relief", True),
    ({"workplace_pension": 800}, "Your provider adds", False),
    ({"wages": 90_000, "workplace_pension": 30_000}, ANNUAL, False),
    ({"wages": 90_000, "workplace_pension": 30_000.01}, ANNUAL, True),
    ({"wages": 90_000, "workplace_pension": 24_000, "uk_pension_kind": "relief_at_source"}, ANNUAL, False),
    ({"wages": 90_000, "workplace_pension": 24_000.01, "uk_pension_kind": "relief_at_source"}, ANNUAL, True),
    (ON_CREDIT | {"uk_pension_age": "yes"}, PENSION_AGE, True),
    (ON_CREDIT, PENSION_AGE, False),
    ({"uk_pension_age": "yes"}, PENSION_AGE, False),
    (ALONE, FLOOR, True),
    (ALONE | {"first_year": "yes"}, FLOOR, False),
    (ALONE | {"gross_receipts": 60_000}, FLOOR, False),
    (ALONE | {"gross_receipts": 0}, FLOOR, False),
    (ALONE | {"gets_universal_credit": "no"}, FLOOR, False),
    (ALONE | {"child_ages": "2"}, TODDLER, True),
    (ALONE | {"child_ages": "3"}, TODDLER, False),
    (ALONE | {"child_ages": "9 2"}, TODDLER, True),
    (ALONE | {"child_ages": "2", "first_year": "yes"}, TODDLER, False),
    (ON_CREDIT | {"wages": 10_000, "gross_receipts": 9_999}, JOB_FIRST, True),
    (ON_CREDIT | {"wages": 10_000, "gross_receipts": 10_000}, JOB_FIRST, False),
    (ON_CREDIT | {"wages": 10_000, "gross_receipts": 0}, JOB_FIRST, False),
    (ON_CREDIT | {"wages": 10_000, "uk_gig": "letting"}, JOB_FIRST, False),
    (ON_CREDIT | {"wages": 10_000, "gross_receipts": 9_999, "first_year": "yes"}, JOB_FIRST, False),
    (ON_CREDIT | {"wages": 90_000}, NONE_LEFT, True),
    (ON_CREDIT | {"wages": 0, "gross_receipts": 0}, NONE_LEFT, False),
    ({"wages": 90_000}, NONE_LEFT, False),
    (ON_CREDIT | {"wages": 90_000}, UNCHANGED, True),
    (ON_CREDIT | {"wages": 90_000, "gross_receipts": 0}, UNCHANGED, False),
    (ON_CREDIT | {"wages": 2_000}, UNCHANGED, False),
    ({"wages": 90_000}, UNCHANGED, False),
    # the child benefit of 53 weeks at 27.05 is 1,433.65, of which 1% is charged at 60,200
    (CHILD_BENEFIT | {"wages": 60_199.99}, CHARGED, False),
    (CHILD_BENEFIT | {"wages": 60_200}, f"£14 of £1,434 {CHARGED}", True),
    (CHILD_BENEFIT | {"wages": 70_000}, "It falls on you.", True),
    (CHILD_BENEFIT | {"wages": 70_000, "uk_partner_pay": 70_001} | PARTNER, "It falls on your partner, who has more income.", True),
    (CHILD_BENEFIT | {"wages": 70_000, "uk_partner_pay": 70_000} | PARTNER, "It falls on you.", True),
    (CHILD_BENEFIT | {"wages": 70_000, "uk_partner_pay": 90_000}, "It falls on you.", True),
    (ON_CREDIT | {"uk_region": "scotland", "child_ages": "3", "wages": 5_000}, f"{SCOTLAND} You keep it in full", True),
    (ON_CREDIT | {"uk_region": "scotland", "child_ages": "3", "wages": 90_000}, f"{SCOTLAND} It ends with Universal Credit", True),
    (ON_CREDIT | {"uk_region": "scotland"}, SCOTLAND, False),
    (ON_CREDIT | {"child_ages": "3"}, SCOTLAND, False),
    ({"uk_region": "scotland", "child_ages": "3"}, SCOTLAND, False),
    ({"wages": 50_270, "gross_receipts": 0, "uk_marriage": "receive"}, "no longer lowers your tax", False),
    ({"wages": 50_270.01, "gross_receipts": 0, "uk_marriage": "receive"}, "no longer lowers your tax", True),
    ({"wages": 50_270.01, "gross_receipts": 0}, "no longer lowers your tax", False),
    ({"wages": 11_310, "gross_receipts": 0, "uk_marriage": "give"}, "You now pay tax on income that the Marriage Allowance", False),
    ({"wages": 11_310.01, "gross_receipts": 0, "uk_marriage": "give"}, "You now pay tax on income that the Marriage Allowance", True),
    ({"wages": 35_000, "gross_receipts": 0, "uk_winter_fuel": 200}, WINTER, False),
    ({"wages": 35_000.01, "gross_receipts": 0, "uk_winter_fuel": 200}, WINTER, True),
    ({"wages": 35_000.01, "gross_receipts": 0}, WINTER, False),
    (ON_CREDIT | {"child_ages": "3", "wages": 0}, "The first £710 a month that you earn, after tax", True),
    (ON_CREDIT | {"child_ages": "3", "wages": 0, "rent": 1}, "The first £427 a month that you earn, after tax", True),
    (ON_CREDIT, "Universal Credit falls by 55p for each pound that you earn, after tax.", True),
    (ON_CREDIT | {"uk_gig": "room"}, "Rent that you receive doesn't count as earnings.", True),
    (ON_CREDIT, "Rent that you receive doesn't count as earnings.", False),
]

GST_LIMIT = "you are no longer a small supplier and must register"
FIRST_DOLLAR = "you must register for GST/HST from the first dollar"
ONE_SUM = "It is below the limit for instalments"
REMINDER = "That is above the limit for instalments"
SET_ASIDE = "Nothing is withheld from what the gig brings in"
SUPPLEMENT = "If you get the Guaranteed Income Supplement"
FROM_JULY = "based on what you earn now and paid from July 2027 to June 2028"
TAKES_OFF = "a year off your federal benefits"
FAMILY = "Counted for your family: the federal benefits."
STOPPED = "No CPP contributions are counted."
SENIOR = "Counted from age 65: the federal age amount"
OLD = {"age": 65, "wages": 0}
PENSIONER = OLD | {"ca_old_age_security": 8_000, "gross_receipts": 0}

IN_CA: list[tuple[dict[str, Any], str, bool]] = [
    ({"province": "sk"}, "Not counted: the Saskatchewan low-income tax credit", True),
    ({"province": "ab"}, "You may keep more than shown", False),
    ({"gross_receipts": 30_000}, GST_LIMIT, False),
    ({"gross_receipts": 30_000.01}, GST_LIMIT, True),
    ({"gross_receipts": 30_000.01}, "The same goes for Quebec's sales tax", False),
    ({"gross_receipts": 30_000.01, "province": "qc"}, "The same goes for Quebec's sales tax", True),
    ({"gross_receipts": 0.01, "ca_rides": "yes"}, FIRST_DOLLAR, True),
    ({"gross_receipts": 0, "ca_rides": "yes"}, FIRST_DOLLAR, False),
    ({"expenses": 10_000.01}, "The gig loses money, so it adds no tax", True),
    ({"expenses": 10_000}, "The gig loses money, so it adds no tax", False),
    ({"expenses": 10_000}, SET_ASIDE, False),
    ({"gross_receipts": 5_000}, f"{SET_ASIDE}, so set this amount aside. {ONE_SUM}", True),
    ({"gross_receipts": 25_000}, f"{SET_ASIDE}, so set this amount aside. {REMINDER}", True),
    ({"other_income": 0.01}, "Pension and other income is taxed, without CPP", True),
    ({"other_income": 0}, "Pension and other income is taxed, without CPP", False),
    ({"other_income": 1, "province": "qc"}, "Quebec's health services fund", True),
    ({"other_income": 1}, "Quebec's health services fund", False),
    ({"workplace_pension": 0.01}, "Payments into an RRSP or pension plan lower the tax", True),
    ({"workplace_pension": 0}, "Payments into an RRSP or pension plan lower the tax", False),
    ({"workplace_pension": 33_810}, "is not deducted.", False),
    ({"workplace_pension": 33_811}, "More than $33,810 is not deducted. Your own RRSP room is 18% of last year's", True),
    ({"wages": 0, "gross_receipts": 5_000, "province": "qc"}, "more than your income tax. You are paid the difference", True),
    ({}, "more than your income tax. You are paid the difference", False),
    (OLD, SUPPLEMENT, True),
    (OLD | {"age": 64}, SUPPLEMENT, False),
    (OLD | {"gross_receipts": 0}, SUPPLEMENT, False),
    (OLD | {"gross_receipts": 0.01, "other_income": 44_999}, SUPPLEMENT, True),
    (OLD | {"gross_receipts": 0.01, "other_income": 45_000}, SUPPLEMENT, False),
    ({}, f"The GST credit (the Canada Groceries and Essentials Benefit) is {FROM_JULY}", True),
    (
        {"child_ages": "3"},
        f"The Canada Child Benefit and the GST credit (the Canada Groceries and Essentials Benefit) are {FROM_JULY}",
        True,
    ),
    ({"wages": 200_000}, FROM_JULY, False),
    ({"child_ages": "3"}, TAKES_OFF, True),
    ({"wages": 200_000}, TAKES_OFF, False),
    ({"child_ages": "3"}, FAMILY, True),
    ({"ca_spouse": "yes"}, FAMILY, True),
    ({}, FAMILY, False),
    (OLD | {"ca_pension_stopped": "yes"}, STOPPED, True),
    (OLD, STOPPED, False),
    (OLD | {"age": 64, "ca_pension_stopped": "yes"}, STOPPED, False),
    (
        OLD | {"age": 69},
        "CPP contributions are counted on pay and gig. If you get the pension already, you can choose to stop them; from 70",
        True,
    ),
    (OLD | {"age": 70}, STOPPED, True),
    (OLD | {"age": 72, "province": "qc"}, "QPP contributions are counted on pay and gig", True),
    (OLD | {"age": 73, "province": "qc"}, "No QPP contributions are counted.", True),
    (OLD, SENIOR, True),
    (OLD | {"age": 64}, SENIOR, False),
    # the recovery of 2026 starts at 95,323, at 15%
    (PENSIONER | {"other_income": 95_323}, "of Old Age Security is paid back", False),
    (PENSIONER | {"other_income": 95_430}, "$16 of Old Age Security is paid back", True),
]

FAMILY_TAX_BENEFIT = "Family Tax Benefit is not counted."
NO_PAYMENT_LEFT = "With this income no payment is left."
SURCHARGE = "The Medicare levy surcharge of"
JOBSEEKER = {"au_payment": "jobseeker", "au_payment_full": 800, "wages": 0}
PENSION = {"au_payment": "age_pension", "au_payment_full": 1_000, "wages": 0}
UNCOVERED = {"au_hospital_cover": "no", "gross_receipts": 0}

IN_AU: list[tuple[dict[str, Any], str, bool]] = [
    ({"gross_receipts": 74_999.99}, "you must register for GST", False),
    ({"gross_receipts": 75_000}, "With $75,000 or more of receipts a year you must register for GST", True),
    ({"gross_receipts": 0.01, "au_rides": "yes"}, "you must register for GST from the first dollar", True),
    ({"gross_receipts": 0, "au_rides": "yes"}, "you must register for GST", False),
    ({}, "No tax is withheld from what the gig brings in", True),
    ({"gross_receipts": 0}, "No tax is withheld from what the gig brings in", False),
    ({"expenses": 10_000.01}, "The gig loses money", True),
    ({"expenses": 10_000}, "The gig loses money", False),
    ({"au_km": 5_000}, "The flat rate covers 5,000 km per car", False),
    ({"au_km": 5_000.1}, "The flat rate covers 5,000 km per car", True),
    ({"wages": 35_000}, "The Medicare levy's threshold for 2026-27", True),
    ({"wages": 35_000.01}, "The Medicare levy's threshold for 2026-27", False),
    ({"wages": 35_000, "tax_year": "2025"}, "The Medicare levy's threshold for 2026-27", False),
    ({"other_income": 0.01}, "Pensions and other income are taxed like pay", True),
    ({"other_income": 0}, "Pensions and other income are taxed like pay", False),
    ({"workplace_pension": 0.01}, "Salary sacrifice lowers your taxable income", True),
    ({"workplace_pension": 0}, "Salary sacrifice lowers your taxable income", False),
    (JOBSEEKER | {"gross_receipts": 60_000}, NO_PAYMENT_LEFT, True),
    (JOBSEEKER, NO_PAYMENT_LEFT, False),
    ({}, NO_PAYMENT_LEFT, False),
    (JOBSEEKER, "JobSeeker Payment is counted as if every fortnight were alike", True),
    (PENSION, "With the Work Bonus, $300 a fortnight", True),
    ({}, "With the Work Bonus", False),
    # 26 fortnights at 150 are free with JobSeeker, and at 300 of work with the pension
    (JOBSEEKER | {"gross_receipts": 3_900}, "The gig doesn't change your payment.", True),
    (JOBSEEKER | {"gross_receipts": 3_902.1}, "The gig doesn't change your payment.", False),
    (JOBSEEKER | {"gross_receipts": 0}, "The gig doesn't change your payment.", False),
    (JOBSEEKER | {"gross_receipts": 0.01}, "The gig doesn't change your payment.", True),
    ({}, "The gig doesn't change your payment.", False),
    (PENSION | {"gross_receipts": 7_800}, "The gig doesn't change your payment.", True),
    ({"child_ages": "3"}, FAMILY_TAX_BENEFIT, True),
    ({"child_ages": "3", "gross_receipts": 0}, FAMILY_TAX_BENEFIT, False),
    ({}, FAMILY_TAX_BENEFIT, False),
    # from 105,001 in 2026-27
    (UNCOVERED | {"wages": 105_000}, SURCHARGE, False),
    (UNCOVERED | {"wages": 105_149}, f"{SURCHARGE} $1,051 is due on your whole taxable income", True),
    (UNCOVERED | {"wages": 105_100, "au_hospital_cover": "yes"}, SURCHARGE, False),
]


@pytest.mark.parametrize(
    ("typed", "words", "is_shown"),
    [(base | typed, words, is_shown) for base, rows in ((UK, IN_UK), (CA, IN_CA), (AU, IN_AU)) for typed, words, is_shown in rows],
)
def test_note_is_shown_on_one_side_of_its_limit(typed: dict[str, Any], words: str, is_shown: bool) -> None:
    inputs, errors = CALCULATOR.read(typed)
    assert inputs is not None, errors
    result = CALCULATOR.outcome(inputs, DAY)
    said = " ".join(note(result) for note in (*result.calculator.warnings, *result.calculator.notes))
    assert (words in said) == is_shown
