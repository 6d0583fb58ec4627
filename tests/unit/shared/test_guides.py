"""Each use of an asset in the inventory leads to the field guide that explains it."""

from datetime import date

from calculators.catalogue.inventory import CALCULATOR
from calculators.engine.view.outcome import outcome_html
from calculators.shared.gigs import gigs
from calculators.shared.guides import guide_pages, guides


def test_each_use_of_the_inventory_links_to_its_guide() -> None:
    inputs, errors = CALCULATOR.read({"assets": [{"kind": "spare-room", "name": "Back room", "capacity": 20, "used": 0}]})
    assert not errors
    outcome = CALCULATOR.outcome(inputs, date(2026, 11, 29))
    shown = outcome_html(outcome)
    used = {idea.gig for idea in outcome.value("ideas")}
    assert {"A lodger by the month", "Short stays for travelers"} <= used
    for label, guide in guide_pages():
        assert (f'<a data-page="{guide}">{label}</a>' in shown) == (label in used)


def test_every_gig_is_in_one_guide() -> None:
    assert sorted(name for names in guides().values() for name in names) == sorted(gigs())
    assert len(dict(guide_pages())) == len(gigs())
