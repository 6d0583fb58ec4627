"""Take-home pay: what you keep when job and gig are taxed together. One form, with a calculator for each country."""

from ...engine.calculator import Calculator, Group
from ...engine.fields import slots
from .au.calculator import CALCULATOR as AU
from .au.inputs import AuInputs
from .ca.calculator import CALCULATOR as CA
from .ca.inputs import CaInputs
from .elsewhere.calculator import CALCULATOR as ELSEWHERE
from .elsewhere.inputs import ElsewhereInputs
from .inputs import Inputs
from .uk.calculator import CALCULATOR as UK
from .uk.inputs import UkInputs
from .us.calculator import CALCULATOR as US


def field_names(inputs: type[object]) -> tuple[str, ...]:
    """The names of one country's input fields."""
    return tuple(slot.name for slot in slots(inputs))


UK_MORE = ("uk_loans", "uk_pension_age")
"""British fields that few readers need; they are folded."""

CALCULATOR = Calculator(
    id="take-home",
    title="Take-home pay",
    purpose="What do you keep when job and gig are taxed together?",
    inputs=Inputs,
    figures=US.figures,
    headline=US.headline,
    case="country",
    cases={"us": US, "uk": UK, "ca": CA, "au": AU, "elsewhere": ELSEWHERE},
    groups=(
        Group("Where and when", ("country", "state")),
        Group("Job and gig", ("wages", "gross_receipts", "expenses")),
        Group("Your household", ("filing_status", "spouse_wages", "age", "children")),
        Group("In the United Kingdom", tuple(name for name in field_names(UkInputs) if name not in UK_MORE)),
        Group("In Canada", field_names(CaInputs)),
        Group("In Australia", field_names(AuInputs)),
        Group("Your own rates", field_names(ElsewhereInputs)),
        Group("Tax year and other income", ("tax_year", "other_income", *UK_MORE), folded=True),
        Group("Local tax and deductions", ("state_rate", "local_rate", "itemized_deductions"), folded=True),
        Group(
            "Car, home office and rental",
            (
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
            "More about your household",
            (
                "spouse_age",
                "children_under_12",
                "children_under_6",
                "older_children",
                "other_dependents",
                "blind",
                "lived_apart",
                "investment_income",
                "health_insurance",
                "retirement",
            ),
            folded=True,
        ),
        Group("Paying through the year", ("withholding", "withheld", "last_year", "last_year_tax", "last_year_agi"), folded=True),
    ),
)
