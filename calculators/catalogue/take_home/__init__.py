"""Take-home pay: what you keep when job and gig are taxed together. One form, with a calculator for each country."""

from ...engine.calculator import Calculator, Group
from ...engine.fields import slots
from .au.calculator import CALCULATOR as AU
from .au.inputs import AU_BENEFITS, AuInputs
from .ca.calculator import CALCULATOR as CA
from .ca.inputs import CA_FAMILY, CA_SENIOR, CaInputs
from .children import from_counts
from .elsewhere.calculator import CALCULATOR as ELSEWHERE
from .elsewhere.inputs import ElsewhereInputs
from .inputs import Inputs
from .uk.calculator import CALCULATOR as UK
from .uk.inputs import UK_BENEFITS, UkInputs
from .us.calculator import CALCULATOR as US


def field_names(inputs: type[object], elsewhere: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The names of one country's input fields, without those of another part of the form."""
    return tuple(slot.name for slot in slots(inputs) if slot.name not in elsewhere)


UK_MORE = ("uk_pension_kind", "uk_pension_age")
UK_VEHICLE = ("uk_vehicle", "uk_miles", "uk_vehicle_costs")
AU_VEHICLE = ("au_km", "au_car_costs")
"""Fields that few readers need; they are folded."""

BENEFITS = Group(
    "Do you get any of these?",
    (
        *("benchmark_premium", "gets_snap"),
        *UK_BENEFITS,
        *AU_BENEFITS,
        *CA_FAMILY,
        *("rent", "snap_utilities", "care_costs", "untaxed_social_security"),
    ),
    hint="Help that shrinks when you earn more. Enter what you get, and the answer counts what the gig takes from it.",
    folded=True,
)
ALSO_ASKED = "Do any of these apply to you?"
"""The question above the other folded parts, here and in the rate to charge."""

CALCULATOR = Calculator(
    id="take-home",
    title="Take-home pay",
    purpose="What do you keep when job and gig are taxed together?",
    inputs=Inputs,
    from_older=from_counts,
    figures=US.figures,
    headline=US.headline,
    case="country",
    cases={"us": US, "uk": UK, "ca": CA, "au": AU, "elsewhere": ELSEWHERE},
    groups=(
        Group("Where and when", ("country", "state")),
        Group("Job and gig", ("wages", "gross_receipts", "expenses")),
        Group("Your household", ("filing_status", "spouse_wages", "age", "child_ages")),
        Group("In the United Kingdom", field_names(UkInputs, (*UK_MORE, *UK_VEHICLE, *UK_BENEFITS))),
        Group("In Canada", field_names(CaInputs, (*CA_FAMILY, *CA_SENIOR))),
        Group("In Australia", field_names(AuInputs, (*AU_VEHICLE, *AU_BENEFITS))),
        Group("Your own rates", field_names(ElsewhereInputs)),
        BENEFITS,
        Group(
            "Another tax year, a pension plan or other income",
            ("tax_year", "other_income", "workplace_pension", *UK_MORE),
            folded=True,
            question=ALSO_ASKED,
        ),
        Group("You are 65 or older", CA_SENIOR, folded=True),
        Group("City tax or itemized deductions", ("state_rate", "local_rate", "itemized_deductions"), folded=True),
        Group(
            "A car, a home office or a rental",
            (
                *UK_VEHICLE,
                *AU_VEHICLE,
                "vehicle_method",
                "miles_before_july",
                "miles_after_june",
                "vehicle_costs",
                "office_square_feet",
                "let_receipts",
                "let_expenses",
                "let_days",
                "let_home",
                "let_services",
            ),
            folded=True,
        ),
        Group(
            "A spouse, dependents, interest or insurance of your own",
            (
                "spouse_age",
                "other_dependents",
                "blind",
                "lived_apart",
                "investment_income",
                "health_insurance",
                "retirement",
            ),
            folded=True,
        ),
        Group("Tax paid through the year", ("withholding", "withheld", "last_year", "last_year_tax", "last_year_agi"), folded=True),
    ),
)
