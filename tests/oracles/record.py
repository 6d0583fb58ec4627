"""Record answers of the independent models, for fast tests: `python -m tests.oracles.record`, or with names of files of answers/.

Only households are kept for which model and calculator agree to a few cents: docs/oracles.md lists why the others are apart. So a fast
test (tests/unit/catalogue/take_home/test_recorded_answers.py) says when a change moves a calculator away from the models.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from calculators.catalogue.take_home.ca.calculator import CALCULATOR as CA
from calculators.catalogue.take_home.uk.calculator import CALCULATOR as UK
from calculators.catalogue.take_home.us.calculator import CALCULATOR as US
from calculators.catalogue.take_home.us.states.places import NAMES, TAXED
from calculators.engine.calculator import Calculator

from . import recorded, test_ca_benefits, test_uk_benefits, test_uk_tax, test_us_tax, uk_people, us_benefit_households
from .oracle import taxes_by
from .us_edges import as_typed, couple, household, limits_of

SEED = 20_261_129
Drawn = list[dict[str, Any]]
Answers = list[dict[str, float]]


@dataclass(frozen=True)
class Recording:
    """A file of answers: how its households are drawn, who answers, which figures are compared, and how far apart they may be.

    Of the households of one `group`, so many are kept.
    """

    model: str
    calculator: Calculator[Any]
    draw: Callable[[], Drawn]
    answer: Callable[[Drawn], Answers]
    figures: Sequence[str]
    close: float
    group: str
    kept: int
    typed: Callable[[dict[str, Any]], dict[str, Any]] = lambda household: household


def computed(calculator: Calculator[Any], typed: dict[str, Any], figures: Sequence[str]) -> dict[str, float]:
    """Figures of a calculator."""
    inputs, errors = calculator.read(typed)
    assert inputs is not None, (typed, errors)
    evaluator = calculator.graph.evaluator(tuple(figures))
    named, _ = calculator.arguments(inputs, datetime.now(UTC).date())
    return dict(zip(evaluator.results, evaluator.function(*[named[name] for name in evaluator.arguments]), strict=True))


def state_households(drawing: Callable[[random.Random, str, Sequence[float]], dict[str, Any]], many: int) -> Drawn:
    """So many households in each state with an income tax."""
    return [
        drawing(draw, state, limits)
        for state in sorted(TAXED)
        for draw, limits in [(random.Random(f"{SEED}{state}"), limits_of(f"us/states/{state}"))]
        for _ in range(many)
    ]


def by_policyengine(drawn: Drawn) -> Answers:
    """The state's income tax by PolicyEngine US."""
    return taxes_by("us_states_policyengine.py", drawn)


FEDERAL_FILES = ("us/income_tax", "us/self_employment", "us/credits")
ASKED = {
    "itemized_deductions": 0.0,
    "health_insurance": 0.0,
    "retirement": 0.0,
    "other_dependents": 0,
    "let_expenses": 0.0,
    "let_services": "usual",
}


def federal_households() -> Drawn:
    """Households without a state, at the limits of federal law, with deductions as well."""
    draw, limits = random.Random(SEED), limits_of(*FEDERAL_FILES)
    drawn = []
    for _ in range(900):
        home = household(draw, "none", limits) | ASKED | {"workplace_pension": 0.0}
        if draw.random() < 0.2:
            home |= {"itemized_deductions": float(draw.randint(5_000, 90_000))}
        if draw.random() < 0.2:
            home |= {"health_insurance": float(draw.randint(500, 15_000)), "retirement": float(draw.randint(500, 30_000))}
        if home["let_receipts"] and draw.random() < 0.5:
            home |= {"let_expenses": float(draw.randint(0, 20_000)), "let_services": draw.choice(("usual", "substantial"))}
        drawn.append(home | {"other_dependents": draw.choice((0, 0, 0, 1, 2))})
    return drawn


def by_tax_calculator(drawn: Drawn) -> Answers:
    """The answers of Tax-Calculator, with and without the gig."""
    counted = []
    for home in drawn:
        ages = [int(age) for age in home["child_ages"].split()]
        children = sum(age < 17 for age in ages)
        counted.append(as_typed(home) | {"children": children, "older_children": len(ages) - children})
    theirs, bare = (taxes_by("us_taxcalc.py", [test_us_tax.for_the_oracle(home, gig=gig) for home in counted]) for gig in (True, False))
    return [{**with_gig, "tax_without_gig": without["federal_tax"]} for with_gig, without in zip(theirs, bare, strict=True)]


def people_at_limits() -> Drawn:
    """People in the United Kingdom, half of them at a limit or a pound beside it."""
    draw = random.Random(SEED)
    drawn = []
    for _ in range(900):
        someone = uk_people.person(draw)
        if draw.random() < 0.5:
            someone["wages"] = float(draw.choice(uk_people.EDGES) + draw.choice((-1, 0, 1)))
        if draw.random() < 0.3:
            someone["gross_receipts"], someone["expenses"] = float(draw.choice(uk_people.EDGES) + draw.choice((-1, 0, 1))), 0.0
        drawn.append(someone)
    return drawn


def canadian_families() -> tuple[Drawn, Answers]:
    """Families in Canada, and their benefits by PolicyEngine Canada."""
    draw = random.Random(SEED)
    drawn = [test_ca_benefits.family(draw) for _ in range(600)]
    return drawn, test_ca_benefits.by_policyengine(drawn, [test_ca_benefits.by_us(family) for family in drawn])


RECORDINGS = {
    "us-states": Recording(
        "PolicyEngine US 2.68.0",
        US,
        lambda: state_households(household, 75),
        by_policyengine,
        ("state_income_tax",),
        0.05,
        "state",
        32,
        as_typed,
    ),
    "us-couples": Recording(
        "PolicyEngine US 2.68.0",
        US,
        lambda: state_households(couple, 24),
        by_policyengine,
        ("state_income_tax",),
        0.05,
        "state",
        15,
        as_typed,
    ),
    "us-federal": Recording(
        "Tax-Calculator 6.8.0",
        US,
        federal_households,
        by_tax_calculator,
        (*test_us_tax.COMPARED, "earned_income_credit", "tax_without_gig"),
        0.01,
        "tax_year",
        185,
        as_typed,
    ),
    "us-benefits": Recording(
        "PolicyEngine US 2.68.0",
        US,
        lambda: us_benefit_households.households(NAMES, 16),
        lambda drawn: taxes_by("us_benefits_policyengine.py", drawn),
        ("snap_year", "premium_credit"),
        0.5,
        "state",
        8,
    ),
    "uk-tax": Recording(
        "PolicyEngine UK 2.162.10",
        UK,
        people_at_limits,
        test_uk_tax.by_policyengine,
        test_uk_tax.COMPARED,
        0.05,
        "tax_year",
        150,
    ),
    "uk-benefits": Recording(
        "PolicyEngine UK 2.162.10",
        UK,
        lambda: [test_uk_benefits.family(draw) for draw in [random.Random(SEED)] for _ in range(700)],
        test_uk_benefits.by_policyengine,
        test_uk_benefits.COMPARED,
        0.05,
        "tax_year",
        120,
        test_uk_benefits.as_typed,
    ),
    "ca-benefits": Recording(
        "PolicyEngine Canada 0.99.1",
        CA,
        lambda: canadian_families()[0],
        lambda _: canadian_families()[1],
        tuple(test_ca_benefits.COMPARED),
        0.05,
        "tax_year",
        120,
    ),
}


def record(name: str) -> str:
    """Make a file of answers, and say how many households agree."""
    recording = RECORDINGS[name]
    drawn = recording.draw()
    kept: dict[str, list[tuple[dict[str, Any], list[float]]]] = defaultdict(list)
    agreeing = 0
    for home, answer in zip(drawn, recording.answer(drawn), strict=True):
        typed = recording.typed(home)
        ours = computed(recording.calculator, typed, recording.figures)
        if any(abs(ours[figure] - answer[figure]) > recording.close for figure in recording.figures):
            continue
        agreeing += 1
        if len(kept[home[recording.group]]) < recording.kept:
            kept[home[recording.group]].append((typed, [answer[figure] for figure in recording.figures]))
    rows = [row for group in kept.values() for row in group]
    inputs = list(dict.fromkeys(name for typed, _ in rows for name in typed))
    said = f"{agreeing} of {len(drawn)} households agree to {recording.close}; of these, {len(rows)} are below"
    recorded.write(name, f"{recording.model}, {datetime.now(UTC):%-d %B %Y}: {said}", inputs, recording.figures, rows)
    return f"{name}: {said}"


if __name__ == "__main__":
    for chosen in sys.argv[1:] or RECORDINGS:
        print(record(chosen), flush=True)
