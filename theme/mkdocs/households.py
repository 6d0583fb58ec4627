"""The households of the book's examples: one life each, from content/households/, as inputs of the calculators.

A file holds what a household has, does, owes and wants. What follows from that is computed here, by the calculators, and handed from one
calculator to the next: what a use leaves is what is taxed, what tax leaves goes to the goal, and so on. So two chapters cannot disagree.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from calculators import find
from calculators.catalogue.gig_mix.hours import PARTS
from calculators.catalogue.leverage_income.inputs import Pair
from calculators.catalogue.platform_fees.inputs import published
from calculators.engine.calculator import Outcome
from calculators.shared.periods import MONTHS_PER_YEAR, WEEKS_PER_MONTH, WEEKS_PER_YEAR

FOLDER = Path(__file__).resolve().parents[2] / "content" / "households"
SIGNS = {"us": "$", "ca": "$", "au": "$", "uk": "£", "elsewhere": "$"}
GUESSES = ("low", "typical", "high")
PAIR = frozenset(field.name for field in fields(Pair))
"""The fields of a use that leverage income has; the file's others say how it is driven, or how much of it is sold already."""

Inputs = dict[str, Any]


class HouseholdError(ValueError):
    """A household or a part of its life that does not exist."""


def outcome(name: str, inputs: Mapping[str, Any], day: date) -> Outcome:
    """Compute a calculator's outcome without ranges.

    Raises:
        HouseholdError: when the calculator rejects the inputs.
    """
    calculator = find(name)
    if calculator is None:
        raise HouseholdError(f"there is no calculator named {name}")
    read, errors = calculator.read(inputs)
    if read is None:
        raise HouseholdError(f"{name}: " + "; ".join(f"{error.field}: {error.message}" for error in errors))
    return calculator.outcome(read, day, ranges=False)


def number(computed: Outcome, figure: str) -> float:
    """A figure that is one number."""
    value = computed.value(figure)
    if not isinstance(value, int | float):
        raise HouseholdError(f"{computed.calculator.id}.{figure} is not one number")
    return float(value)


def numbers(computed: Outcome, figure: str) -> tuple[float, ...]:
    """A figure that has a number for each row."""
    value = computed.value(figure)
    if not isinstance(value, tuple):
        raise HouseholdError(f"{computed.calculator.id}.{figure} has no rows")
    return value


@dataclass(frozen=True)
class Household:
    """A household's facts, and the calculators' inputs that follow from them. Money is in the household's own currency."""

    facts: Mapping[str, Any]
    day: date

    @property
    def sign(self) -> str:
        """The sign of the household's currency."""
        return SIGNS[self.facts["country"]]

    def inputs_of(self, calculator: str) -> Inputs:
        """The household's inputs of a calculator, by its id; empty for a calculator that no chapter works out for a household."""
        inputs = self.leverage() if calculator == "leverage-income" else getattr(self, calculator.replace("-", "_"), dict)
        return dict(inputs() if callable(inputs) else inputs)

    @functools.cached_property
    def own_hours(self) -> float:
        """Idle hours a week (chapter 3)."""
        return round(number(self.week, "leverage_hours"), 2)

    @functools.cached_property
    def week(self) -> Outcome:
        """The week, by part of the day."""
        return outcome("time-audit", self.time_audit, self.day)

    @property
    def time_audit(self) -> Inputs:
        """The week (chapter 3)."""
        return dict(self.facts["hours"])

    @property
    def inventory(self) -> Inputs:
        """What the household has (chapter 3)."""
        return {"assets": self.facts["assets"], **self.facts.get("inputs", {}).get("inventory", {})}

    @functools.cached_property
    def net_hourly(self) -> Inputs:
        """A usual week of driving, in hours and miles for each hour online (chapters 4 and 6)."""
        use, driven = self.facts["uses"]["drive"], self.facts["uses"]["drive"]["driven"]
        tips = driven["tips"]

        def week(guess: str) -> float:
            return float(use["units"] * use["utilization"][guess] / WEEKS_PER_MONTH)

        hours = week("typical")
        counted = {
            "paid_hours": driven["paid"],
            "waiting_hours": 1 - driven["paid"],
            "travel_hours": driven["travel"],
            "admin_hours": driven["admin"],
            "paid_miles": driven["paid_miles"],
            "empty_miles": driven["empty_miles"],
            "commute_miles": driven["commute_miles"],
            "tips": use["price"] * tips,
        }
        return {
            **{name: round(each * hours, 2) for name, each in counted.items()},
            **self.facts["car"],
            "gross": {guess: round(use["price"] * (1 - tips) * week(guess), 2) for guess in GUESSES},
            "other_costs": 0,
            "insurance": use["fixed_cost"],
            "tax_rate": round(self.next_rate, 4),
            "deduct": "actual",
        }

    @functools.cached_property
    def mile(self) -> dict[bool, float]:
        """What a mile costs: with fuel, and without it because somebody else buys it."""
        car = self.facts["car"]
        value_and_wear = car["wear"] + car["lost_value"]
        return {True: car["energy_price"] / car["distance"] + value_and_wear, False: value_and_wear}

    def pair(self, name: str) -> Inputs:
        """One use, as leverage income takes it. Costs and hours that come with driving follow from its miles and hours."""
        use = self.facts["uses"].get(name)
        if use is None:
            raise HouseholdError(f"{self.facts['name']} has no use named {name}")
        pair = {field: value for field, value in use.items() if field in PAIR}
        driven = use.get("driven", {})
        if "own_fuel" in driven:
            pair["variable_cost"] = round(miles_of(driven) * self.mile[driven["own_fuel"]], 2)
        if "travel" in driven:
            pair["hours_sold"] = round(1 + driven["travel"] + driven["admin"], 2)
        if "kilometers" in driven:
            pair["variable_cost"] = round(use["variable_cost"] + driven["kilometers"] * driven["kilometer_cost"], 2)
        ready = next((asset.get("ready_cost", 0) for asset in self.facts.get("assets", ()) if asset["name"] == use.get("asset")), 0)
        return {**pair, "start_cost": use.get("start_cost", 0) + ready}

    def leverage(self, *names: str, guess: str = "typical") -> Inputs:
        """Uses in this order, or those of the plan; each sells its low, typical or high guess (chapter 4)."""
        pairs = [self.pair(name) for name in names or self.facts["plan"]]
        if guess != "typical":
            pairs = [{**pair, "utilization": {**pair["utilization"], "typical": pair["utilization"][guess]}} for pair in pairs]
        assets = [
            {"name": idle["name"], "capacity": idle["nights_a_month"]}
            if "nights_a_month" in idle
            else {"name": idle["name"], "capacity": round(idle["hours_a_week"] * WEEKS_PER_MONTH, 2), "counted": "hours"}
            for idle in self.facts.get("idle", ())
        ]
        return {"own_hours": self.own_hours, "assets": assets, "pairs": pairs}

    def take_home(self, guess: str = "typical") -> Inputs:
        """The year with the plan's uses (chapter 6)."""
        return self.taxed(outcome("leverage-income", self.leverage(guess=guess), self.day))

    def taxed(self, year: Outcome) -> Inputs:
        """The tax inputs of a year of leverage income. What driving costs stands apart from other costs, as the forms ask."""
        driven = [(self.facts["uses"][name].get("driven", {}), sold) for name, sold in zip(self.facts["plan"], sold_in(year), strict=True)]
        car = sum(sold * miles_of(each) * self.mile[each["own_fuel"]] for each, sold in driven if "own_fuel" in each)
        kilometers = sum(sold * each.get("kilometers", 0) for each, sold in driven)
        km_cost = sum(sold * each.get("kilometers", 0) * each.get("kilometer_cost", 0) for each, sold in driven)
        costs = number(year, "fees_year") + number(year, "costs_year")
        inputs = {
            "country": self.facts["country"],
            "wages": self.wages,
            **self.facts["tax"],
            **self.facts.get("benefits", {}),
            "gross_receipts": round(number(year, "gross_year"), 2),
            "expenses": round(costs - car - km_cost, 2),
        }
        if car:
            inputs |= {"vehicle_method": "actual", "vehicle_costs": round(car, 2)}
        if kilometers:
            inputs |= {"au_km": round(kilometers, 1), "au_car_costs": round(km_cost, 2)}
        return inputs

    @property
    def claiming(self) -> Inputs:
        """The same year for a household that gets a benefit, which the file supposes (chapter 6)."""
        return {**self.take_home(), **self.facts["claim"]}

    @property
    def logged(self) -> Inputs:
        """The same year with a mileage log: the flat rate for the miles driven for the app, without the way there and home."""
        drive = self.facts["uses"]["drive"]["driven"]
        sold = sold_in(self.planned)[self.facts["plan"].index("drive")]
        half = round(sold * (miles_of(drive) - drive["commute_miles"]) / 2)
        return {**self.take_home(), "vehicle_method": "standard", "miles_before_july": half, "miles_after_june": half}

    @property
    def wages(self) -> float:
        """Pay a year before tax; that of a household taxed nowhere here is what its jobs bring in."""
        jobs = sum(float(row["amount"]) for row in self.facts.get("income", ()) if row["kind"] == "job")
        return float(self.facts["work"]["pay"]) or (jobs * MONTHS_PER_YEAR if self.facts["country"] == "elsewhere" else 0.0)

    @functools.cached_property
    def planned(self) -> Outcome:
        """The first year of the plan's uses, before tax (chapter 4)."""
        return outcome("leverage-income", self.leverage(), self.day)

    @functools.cached_property
    def year(self) -> Outcome:
        """The taxed year with the plan's uses."""
        return outcome("take-home", self.take_home(), self.day)

    @functools.cached_property
    def next_rate(self) -> float:
        """The share that tax takes of the next dollar."""
        return number(self.year, "marginal_rate")

    @functools.cached_property
    def kept_now(self) -> float:
        """What the plan's uses leave a year after tax at what they sell already. It is no part of what the plan adds."""
        uses = [use for use in map(self.facts["uses"].get, self.facts["plan"]) if "sold_now" in use]
        if not uses:
            return 0.0
        receipts = sum(use["price"] * use["sold_now"] for use in uses)
        costs = sum(use["variable_cost"] * use["sold_now"] + use["fixed_cost"] for use in uses)
        now = {"gross_receipts": receipts * MONTHS_PER_YEAR, "expenses": costs * MONTHS_PER_YEAR}
        return number(outcome("take-home", {**self.take_home(), **now}, self.day), "kept_from_gig")

    def kept_year(self, guess: str = "typical") -> float:
        """What the plan's uses add in their first year, after tax."""
        return number(outcome("take-home", self.take_home(guess), self.day), "kept_from_gig") - self.kept_now

    @functools.cached_property
    def take_home_month(self) -> float:
        """What the job or the pensions leave a month after tax, without the plan."""
        return round(number(self.year, "take_home_without_gig") / MONTHS_PER_YEAR, 2)

    @functools.cached_property
    def income_mix(self) -> Inputs:
        """What the household lives on now, after tax (chapter 1)."""
        rows = [*self._job(), *self._pensions(), *self.facts.get("income", ())]
        name, month = self.facts["plan"][0].capitalize(), round(self.kept_now / MONTHS_PER_YEAR, 2)
        gig = [{"name": name, "kind": "gig", "amount": month}] if month else []
        return {"streams": [*rows, *gig], "spending": self.facts["home"]["spending"], "savings": self.facts["home"]["savings"]}

    def _job(self) -> list[Inputs]:
        work = self.facts["work"]
        return [{"name": work["name"], "kind": "job", "amount": self.take_home_month}] if work["pay"] else []

    def _pensions(self) -> list[Inputs]:
        """Each pension after its owner's tax, which is shared out in proportion."""
        owners = {"odette": self.facts.get("tax", {}), "len": self.facts.get("spouse_tax", {})}
        rows = []
        for pension in self.facts.get("pensions", ()):
            month = sum(pension.get(name, 0) * self._left_of(tax) for name, tax in owners.items() if name in pension) / MONTHS_PER_YEAR
            rows.append({"name": pension["name"], "kind": "support", "amount": round(month, 2)})
        return rows

    def _left_of(self, tax: Mapping[str, Any]) -> float:
        """The share of a person's pensions that tax leaves, without the gig."""
        inputs = {"country": self.facts["country"], "wages": 0, "gross_receipts": 0, "expenses": 0, **tax}
        return number(outcome("take-home", inputs, self.day), "take_home_without_gig") / float(tax["other_income"])

    @functools.cached_property
    def platform_fees(self) -> Inputs:
        """The same sale on several platforms (chapter 5)."""
        use = self.facts["uses"][self.facts["plan"][0]]
        platforms = self.facts["platforms"]
        offers = [offer if offer["platform"] == "own" else asdict(published(offer["platform"])) for offer in platforms["offers"]]
        return {"price": use["price"], "sales": round(use["units"] * use["utilization"]["typical"]), **platforms, "offers": offers}

    @functools.cached_property
    def accelerator(self) -> Inputs:
        """The goal, with and without what the plan keeps after tax (chapter 7)."""
        goal = {name: value for name, value in self.facts["goal"].items() if name not in {"share", "buffer_share"}}
        share = self.facts["goal"]["share"]
        month = {guess: max(0.0, round(self.kept_year(guess) * share / MONTHS_PER_YEAR, 2)) for guess in GUESSES}
        more = {"debts": self.facts["debts"]} if goal["aim"] == "debts" else {"own": goal.get("own", self.spare)}
        if goal.get("prices") == "today":
            more["inflation"] = self.facts["work"]["prices_rise"]
        return {**goal, **more, "leverage": month}

    @functools.cached_property
    def spare(self) -> float:
        """What is left of a month's income after spending, before any plan."""
        mix = self.income_mix
        return round(sum(float(row["amount"]) for row in mix["streams"]) - float(mix["spending"]), 2)

    @functools.cached_property
    def equalizer(self) -> Inputs:
        """Pay after tax against prices, and the plan's hours at what each leaves after tax (chapter 8)."""
        work, year = self.facts["work"], self.planned
        hours = number(year, "own_hours_year")
        return {
            "pay": round(self.take_home_month * MONTHS_PER_YEAR),
            "pay_growth": work["pay_raise"],
            "inflation": work["prices_rise"],
            "years": work["looks_ahead"],
            "idle_hours": round(hours / WEEKS_PER_YEAR, 2),
            "hourly_net": round(self.kept_year() / hours, 2),
        }

    @property
    def look_back(self) -> Inputs:
        """Pay before tax today and in an earlier year (chapter 8)."""
        return {"pay": self.facts["work"]["pay"], **self.facts["work"]["look_back"]}

    @property
    def fixed_pension(self) -> Inputs:
        """A pension that never changes, against prices (chapter 8)."""
        pension = self.facts["fixed_pension"]
        prices = {"pay_growth": 0, "inflation": self.facts["work"]["prices_rise"]}
        return {"pay": pension["pay"], "years": pension["looks_ahead"], **prices}

    @functools.cached_property
    def gig_mix(self) -> Inputs:
        """The hours and gigs to share them among; an hour of the plan's use leaves what chapter 4 found (chapter 9)."""
        mix, name = self.facts["mix"], self.facts["plan"][0]
        first = {"name": name.capitalize(), "pay": round(number(self.planned, "net_per_hour"), 2), **mix[name]}
        hours = {part: round(idle, 2) for part, idle in zip(PARTS, numbers(self.week, "part_leverage"), strict=True)}
        limits = {"most": self.own_hours, "least_pay": mix["least_pay"], "together": mix["together"]}
        return {**hours, **limits, "gigs": [first, *mix["gigs"]]}

    @functools.cached_property
    def buffer(self) -> Inputs:
        """The months of the first year, and what they have to cover (chapter 9)."""
        home = self.facts["home"]
        steady = sum(float(row["amount"]) for row in self.income_mix["streams"])
        save = round(self.kept_year() * self.facts["goal"]["buffer_share"] / MONTHS_PER_YEAR, 2)
        return {**self.facts["months"], "steady": steady, "spending": home["spending"] + home.get("own_rent", 0), "save": save}

    @functools.cached_property
    def rate_to_charge(self) -> Inputs:
        """The price that leaves what the household would like to keep (chapter 10)."""
        name, wish = self.facts["plan"][0], self.facts["wish"]
        use, year = self.pair(name), self.planned
        sold = use["units"] * use["utilization"]["typical"]
        hours = sold * use["hours_sold"] + use["units"] * use.get("hours_offered", 0)
        return {
            "keep": wish["keep"],
            "hours_week": round(hours / WEEKS_PER_MONTH, 1),
            "billable": round(sold / hours, 2),
            "weeks_off": wish["weeks_off"],
            "costs": round(number(year, "costs_year")),
            "fee": use["fee"],
            "tax_rate": max(0.0, self.next_rate),
            "now": use["price"],
            "day_hours": wish["day_hours"],
            "job_hours": wish["job_hours"],
        }

    @property
    def break_even(self) -> Inputs:
        """A machine to buy; the maker's own hours are part of what a sale costs (chapter 2)."""
        machine = {"fee": 0, "loan": 0, **self.facts["machine"]}
        machine["unit_cost"] = machine.pop("materials") + machine.pop("hours") * machine.pop("hour")
        return machine

    @property
    def plan(self) -> Inputs:
        """What a usual month leaves before tax, and the tax on the next dollar of it (chapter 11)."""
        return {"net_month": round(number(self.planned, "net_month"), 2), "tax_rate": round(max(0.0, self.next_rate), 4)}

    @functools.cached_property
    def set_aside(self) -> dict[str, float]:
        """Of each payout that arrives, the shares that belong to tax, to the costs of the uses, and to the household (chapter 11)."""
        year = self.planned
        paid = number(year, "gross_year") - number(year, "fees_year")
        tax, costs = number(self.year, "extra_tax") / paid, number(year, "costs_year") / paid
        return {"tax": tax, "costs": costs, "own": 1 - tax - costs}


def miles_of(driven: Mapping[str, Any]) -> float:
    """The miles that go with one unit sold."""
    return float(driven.get("miles", driven.get("paid_miles", 0) + driven.get("empty_miles", 0)))


def sold_in(year: Outcome) -> Sequence[float]:
    """What each use sells in its first year."""
    return [sold * months for sold, months in zip(numbers(year, "sold"), numbers(year, "full_months"), strict=True)]


def households(day: date) -> dict[str, Household]:
    """Read all households, by the name of their file."""
    return {path.stem: Household(tomllib.loads(path.read_text("utf-8")), day) for path in sorted(FOLDER.glob("*.toml"))}
