"""What a single person in a Canadian province gets or pays that is not counted, and in which direction that errs.

Not counted is what is paid apart from the return, or depends on something that is not asked: a home, rent, or last year's income.

Sources: lines 25500 and 47900 on canada.ca; forms AB428, BC428, BC479, MB428, ON428 and ON479 of 2025; the Canada Revenue Agency's pages on
provincial programs; 14% of $2,172 for a person living alone as taxtips.ca gives it. The carbon rebates of British Columbia and the
territories ended in 2025. All were read in stored copies in November 2026.
"""

from dataclasses import dataclass

NORTH = "the northern residents deduction, up to $22 a day if nobody else in your home claims it"

PAYROLL_TAX = "the territory's payroll tax on wages"


@dataclass(frozen=True)
class LeftOut:
    """What one province grants or charges that is not counted: `benefits` shrink as income grows, `reliefs` do not."""

    benefits: str = ""
    reliefs: str = ""
    charges: str = ""

    def sentences(self) -> str:
        """Everything that is left out, with the direction in which the outcome errs."""
        said = (
            (self.benefits, "You may keep more than shown, but lose part of that with the gig: it shrinks as income grows."),
            (self.reliefs, "You may keep more than shown."),
            (self.charges, "You may keep less than shown."),
        )
        return " ".join(f"Not counted: {what}. {direction}" for what, direction in said if what)


NOTHING = LeftOut()

LEFT_OUT = {
    "bc": LeftOut(benefits="the renter's tax credit, up to $400 if you rent your home"),
    "mb": LeftOut(reliefs="Manitoba's affordability tax credit for renters or homeowners"),
    "nb": LeftOut(benefits="the New Brunswick harmonized sales tax credit, paid apart from the tax"),
    "nl": LeftOut(benefits="the Newfoundland and Labrador income supplement, paid apart from the tax"),
    "ns": LeftOut(benefits="the Nova Scotia affordable living tax credit, paid apart from the tax"),
    "nt": LeftOut(reliefs=NORTH, charges=PAYROLL_TAX),
    "nu": LeftOut(reliefs=NORTH, charges=PAYROLL_TAX),
    "on": LeftOut(
        benefits="the Ontario Trillium Benefit, paid apart from the tax: the sales tax credit, the energy and property tax credit and, in "
        "the north, the energy credit"
    ),
    "pe": LeftOut(benefits="the Prince Edward Island sales tax credit, paid apart from the tax"),
    "qc": LeftOut(
        benefits="the solidarity tax credit, paid apart from the tax, and the amount for a person living alone, worth up to about $300",
        reliefs="the tax shield, which gives back part of the work premium in a year in which your income has grown",
        charges="the premium for the public drug plan, due if no private plan covers you",
    ),
    "sk": LeftOut(benefits="the Saskatchewan low-income tax credit, paid apart from the tax"),
    "yt": LeftOut(reliefs=NORTH),
}
"""What each province leaves uncounted. Alberta has nothing for a single person: its supplemental credit starts at amounts of $60,000."""
