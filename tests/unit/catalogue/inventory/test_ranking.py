"""Properties of the ranking of ideas and of what they might bring, on drawn inventories."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue.inventory import CALCULATOR
from calculators.catalogue.inventory.charts import idle_bars
from calculators.catalogue.inventory.figures import in_the_way
from calculators.catalogue.inventory.ideas import KIND, NAMED, OPEN, OTHER, Match, cites, fit_of, is_refused, pairs
from calculators.catalogue.inventory.inputs import INSURANCE, PERMISSION, WILLINGNESS, Asset, Inputs
from calculators.catalogue.inventory.pay import NO_FIGURE, about, in_phrases, pay_of
from calculators.engine.currency import Currency, in_currency
from calculators.engine.place import in_place
from calculators.engine.view.charts import WIDE
from calculators.engine.view.outcome import environment
from calculators.shared.gigs import Gig, Kind, gigs, kinds, traits, usual_capacity
from calculators.shared.sorts import presets, sort_of, sorts, sorts_in

PRICED = [gig for gig in gigs().values() if "price" in gig.cited]


@st.composite
def drawn_assets(draw: st.DrawFn) -> tuple[Asset, ...]:
    """A few assets with names of their own, as picked or as typed."""
    assets = []
    for index, sort in enumerate(draw(st.lists(st.sampled_from(list(sorts().values())), max_size=6))):
        capacity = usual_capacity(kinds()[sort.kind])
        assets.append(
            Asset(
                kind=sort.kind,
                sort=sort.id if len(sorts_in(sort.kind)) > 1 and draw(st.booleans()) else "",
                name=f"{draw(st.sampled_from(['Guitar', 'Thing', sort.label]))} {index}",
                capacity=capacity,
                used=draw(st.sampled_from([0.0, capacity / 2, capacity])),
                willingness=draw(st.sampled_from([option.value for option in WILLINGNESS])),
                permission=draw(st.sampled_from([option.value for option in PERMISSION])),
                insurance=draw(st.sampled_from([option.value for option in INSURANCE])),
            )
        )
    return tuple(assets)


drawn_strengths = st.lists(st.sampled_from(list(traits())), unique=True).map(tuple)


def ranked(assets: tuple[Asset, ...], strengths: tuple[str, ...]) -> list[Match]:
    idle = tuple(asset.capacity - asset.used for asset in assets)
    obstacles = tuple(
        in_the_way.function(asset.control, asset.permission, asset.insurance, asset.condition, asset.ready_cost) for asset in assets
    )
    return list(pairs.function(assets, strengths, idle, obstacles))


@given(drawn_assets(), drawn_strengths)
def test_refused_and_unwanted_uses_come_last(assets: tuple[Asset, ...], strengths: tuple[str, ...]) -> None:
    places = [assets[match.position] for match in ranked(assets, strengths)]
    order = [(is_refused(asset), asset.willingness == "rather-not") for asset in places]
    assert order == sorted(order)
    assert all(asset.willingness != "never" and asset.used < asset.capacity for asset in places)


@given(drawn_assets(), drawn_strengths)
def test_pay_orders_uses_that_fit_alike(assets: tuple[Asset, ...], strengths: tuple[str, ...]) -> None:
    """Of two neighbors of one asset and the same fit, the one that pays less for an own hour never stands first."""
    for first, second in pairwise(ranked(assets, strengths)):
        keys = [(match.position, match.fit, bool(match.matched), len(match.missing)) for match in (first, second)]
        if keys[0] == keys[1] and first.named and second.pay is not None:
            assert first.pay is not None
            assert first.pay.hour is None or second.pay.hour is None or first.pay.hour >= second.pay.hour


@given(drawn_assets(), drawn_strengths)
def test_order_of_strengths_does_not_matter(assets: tuple[Asset, ...], strengths: tuple[str, ...]) -> None:
    first, second = ranked(assets, strengths), ranked(assets, tuple(reversed(strengths)))
    assert [(m.position, m.gig.id) for m in first] == [(m.position, m.gig.id) for m in second]


@given(drawn_assets(), drawn_strengths)
def test_a_skill_brings_each_gig_once(assets: tuple[Asset, ...], strengths: tuple[str, ...]) -> None:
    ids = [match.gig.id for match in ranked(assets, strengths) if any(kinds()[kind].open for kind in match.gig.needs)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("gig", PRICED, ids=lambda gig: gig.id)
def test_range_is_in_order_and_cites_its_source(gig: Gig) -> None:
    asset = Asset(kind=gig.needs[0], name="It", capacity=usual_capacity(kinds()[gig.needs[0]]))
    pay = pay_of(asset, asset.capacity, gig, 8.0)
    assert pay is not None
    assert pay.low <= pay.typical <= pay.high
    words = " ".join(in_phrases(gig, pay))
    assert gig.cited["price"].publisher in words
    assert gig.cited["price"].day in words
    assert "US figures" in words


@pytest.mark.parametrize("gig", PRICED, ids=lambda gig: gig.id)
@pytest.mark.parametrize(("sign", "place"), [("£", "uk"), ("$", "ca"), ("€", "euro")])
def test_us_figures_are_never_a_foreign_readers(gig: Gig, sign: str, place: str) -> None:
    """They are named as US figures in US dollars, and change neither the range nor the order."""
    asset = Asset(kind=gig.needs[0], name="It", capacity=usual_capacity(kinds()[gig.needs[0]]))
    with in_currency(Currency(sign)), in_place(place):
        assert pay_of(asset, asset.capacity, gig, 8.0) is None
        first, second = in_phrases(gig, None)
    assert first == NO_FIGURE
    assert second.startswith("None for your country or currency. For comparison, in the United States: US$")
    assert second.count("$") == second.count("US$")


def test_fee_cost_and_hours_are_counted_by_hand() -> None:
    """Tutoring, 6 hours a week idle of 8 at hand: 26 lessons a month; half sold at $19.27 less 25% are $187.88, $14.45 an hour."""
    asset = Asset(kind="knowledge", name="Math", capacity=6.0)
    pay = pay_of(asset, 6.0, gigs()["tutoring"], 8.0)
    assert pay is not None
    assert (round(pay.typical, 2), round(pay.hour or 0, 2)) == (187.88, 14.45)
    assert (round(pay.low, 2), round(pay.high, 2)) == (79.97, 517.20)


@pytest.mark.parametrize(("amount", "rounded"), [(0, 0), (187.88, 190), (1484, 1500), (99.1, 99), (-14.2, -14), (8.04, 8)])
def test_amounts_are_rounded_to_two_digits(amount: float, rounded: float) -> None:
    assert about(amount) == pytest.approx(rounded)


@pytest.mark.parametrize(
    ("kind", "name", "sort"),
    [
        ("skills", "Guitar teacher", "music"),
        ("skills", "Fixing bikes", "repair"),
        ("knowledge", "School math", "teach"),
        ("camera-and-music", "Two cameras", "camera"),
        ("skills", "Juggling", ""),
        ("car", "Guitar van", "car"),
        ("experience", "Bookkeeper for a bakery", "accounts"),
    ],
)
def test_a_name_says_what_sort_it_is(kind: str, name: str, sort: str) -> None:
    assert sort_of(kind, "", name) == sort


def test_a_choice_overrules_the_name_and_a_foreign_one_does_not() -> None:
    assert sort_of("skills", "repair", "Guitar") == "repair"
    assert sort_of("camera-and-music", "repair", "Guitar") == "instrument"


def test_fit_tells_named_from_general_and_foreign() -> None:
    guitar = Asset(kind="skills", name="Guitar")
    assert fit_of(guitar, gigs()["music-lessons"]) == NAMED
    assert fit_of(guitar, gigs()["bookkeeping"]) is None
    assert fit_of(Asset(kind="skills", name="Juggling"), gigs()["bookkeeping"]) == OPEN
    assert fit_of(Asset(kind="car", name="Car"), gigs()["car-share"]) == KIND
    typed, chosen = Asset(kind="tools", name="Drill"), Asset(kind="tools", name="Drill", sort="tools")
    assert fit_of(typed, gigs()["lawn-and-garden"]) == OTHER
    assert fit_of(chosen, gigs()["lawn-and-garden"]) is None


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.id)
def test_amounts_in_words_stand_for_what_they_say(kind: Kind) -> None:
    for preset in presets(kind):
        fills = {name: float(text) for name, text in preset.fills}
        assert preset.meaning.startswith(f"{fills['capacity'] - fills['used']:g} {kind.unit}")
        assert 0 <= fills["used"] < fills["capacity"]
        assert not kind.full or fills["capacity"] <= kind.full


def test_every_picture_has_a_drawing_and_every_fit_a_sort() -> None:
    drawn = environment().get_template("rows/icons.html.j2").module.PATHS  # type: ignore[attr-defined]
    assert set(drawn) == set(sorts())
    assert {sort for gig in gigs().values() for sort in gig.fits} <= set(sorts())


@pytest.mark.parametrize(
    ("asset", "refused"),
    [
        (Asset(), False),
        (Asset(permission="no"), True),
        (Asset(insurance="no"), True),
        (Asset(condition="broken"), True),
        (Asset(permission="ask", condition="work"), False),
    ],
)
def test_refusal_or_defect_alone_rules_an_asset_out(asset: Asset, refused: bool) -> None:
    assert is_refused(asset) is refused


def test_bar_of_an_asset_is_split_into_used_and_idle() -> None:
    assets = (Asset(kind="car", name="Car", capacity=168, used=42), Asset(kind="car", name="Wreck", capacity=0, used=0))
    values = idle_bars(CALCULATOR.outcome(Inputs(assets=assets), date(2026, 11, 29)), WIDE)["data"]["values"]
    shares = {(value["asset"], value["part"]): value["share"] for value in values}
    assert shares == {("Car", "Used now"): 0.25, ("Car", "Idle"): 0.75, ("Wreck", "Used now"): 0, ("Wreck", "Idle"): 0}


def test_idle_asset_cites_the_prices_of_its_gigs() -> None:
    idle, busy = Asset(kind="car", name="Car", capacity=168, used=42), Asset(kind="car", name="Taxi", capacity=168, used=168)
    assert list(cites(Inputs(assets=(idle,)), date(2026, 11, 29)))
    assert list(cites(Inputs(assets=(busy,)), date(2026, 11, 29))) == []
