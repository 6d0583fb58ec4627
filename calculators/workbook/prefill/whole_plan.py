"""Prefills from all other calculators to the plan."""

from ...catalogue import accelerator, buffer, equalizer, gig_mix, inventory, leverage_income, net_hourly, plan, take_home, time_audit
from ...catalogue.accelerator import figures as accelerator_figures
from ...catalogue.accelerator.inputs import Inputs as AcceleratorInputs
from ...catalogue.buffer import figures as buffer_figures
from ...catalogue.equalizer import figures as equalizer_figures
from ...catalogue.gig_mix import figures as gig_mix_figures
from ...catalogue.gig_mix.inputs import Inputs as GigMixInputs
from ...catalogue.inventory import figures as inventory_figures
from ...catalogue.inventory.ideas import ways
from ...catalogue.inventory.inputs import Inputs as InventoryInputs
from ...catalogue.leverage_income import totals, uses
from ...catalogue.leverage_income.inputs import Inputs as LeverageIncomeInputs
from ...catalogue.net_hourly import figures as net_hourly_figures
from ...catalogue.take_home.deadlines import payments
from ...catalogue.take_home.inputs import Inputs as TakeHomeInputs
from ...catalogue.time_audit import figures as time_audit_figures
from ...engine.calculator import Outcome
from ...engine.fields import Rows
from ...engine.money import typed_number
from ...engine.typed import typed_value
from ...shared.first_steps import kind_of_gig
from ...shared.gigs import gigs
from ...shared.periods import MONTHS_PER_YEAR, WEEKS_PER_MONTH, WEEKS_PER_YEAR
from .money import share_taken, typed_share
from .prefill import Prefill
from .typed import amount, hours, percent, something, zero

LONGEST_NAME, LONGEST_HURDLE = 100, 240


def _assets(outcome: Outcome[InventoryInputs]) -> list[dict[str, str]]:
    """Idle assets that the reader would share, with their obstacles."""
    return [
        {"name": asset.name, "hurdle": "; ".join(hurdles)[:LONGEST_HURDLE]}
        for asset, left, hurdles in zip(
            outcome.inputs.assets, outcome[inventory_figures.idle], outcome[inventory_figures.in_the_way], strict=True
        )
        if left > 0 and asset.willingness != "never"
    ]


def _uses(outcome: Outcome[LeverageIncomeInputs]) -> list[dict[str, str]] | None:
    """Uses that have room, with the obstacles of their gig."""
    rows = [
        {
            "name": name[:LONGEST_NAME],
            "kind": kind_of_gig(pair.gig),
            "asset": pair.asset,
            "net": typed_number(net, 2),
            "hours": hours(year / WEEKS_PER_YEAR),
        }
        | {"hurdle": "; ".join(gigs()[pair.gig].obstacles)[:LONGEST_HURDLE]}
        for pair, name, net, year, room in zip(
            outcome.inputs.pairs, *(outcome[f] for f in (uses.pair_name, uses.pair_net, uses.pair_hours, uses.granted)), strict=True
        )
        if room > 0
    ]
    return rows or None


def _mix(outcome: Outcome[GigMixInputs]) -> list[dict[str, str]] | None:
    rows = [
        {"name": name, "net": typed_number(week * WEEKS_PER_YEAR, 2), "hours": hours(taken)}
        for name, week, taken in zip(
            outcome[gig_mix_figures.gig_name], outcome[gig_mix_figures.income], outcome[gig_mix_figures.hours], strict=True
        )
        if taken > 0
    ]
    return rows or None


def _growth(outcome: Outcome[AcceleratorInputs]) -> str:
    """Yearly growth as the accelerator uses it: net of inflation for a goal in today's prices."""
    return percent((1 + outcome[accelerator_figures.growth_month]) ** MONTHS_PER_YEAR - 1)


def _debts(outcome: Outcome[AcceleratorInputs]) -> object:
    slot = next(slot for slot in accelerator.CALCULATOR.slots if slot.name == "debts")
    return typed_value(slot, outcome.inputs.debts) if outcome.inputs.aim == "debts" else None


def _tax_days(outcome: Outcome[TakeHomeInputs]) -> list[dict[str, str]] | None:
    """What is due on the gig, by day."""
    room = next(slot.field.maximum for slot in plan.CALCULATOR.slots if slot.name == "tax_days" and isinstance(slot.field, Rows))
    dues = [{"day": due.day.isoformat(), "what": due.what, "amount": typed_number(due.amount, 2)} for due in payments(outcome)]
    return dues[:room] or None


PREFILLS = (
    Prefill(time_audit.CALCULATOR, plan.CALCULATOR, "own_hours", lambda o: hours(o[time_audit_figures.leverage_hours])),
    Prefill(inventory.CALCULATOR, plan.CALCULATOR, "idle_assets", lambda o: str(o[inventory_figures.idle_assets])),
    Prefill(inventory.CALCULATOR, plan.CALCULATOR, "ways", lambda o: str(o[ways])),
    Prefill(inventory.CALCULATOR, plan.CALCULATOR, "ready_cost", lambda o: amount(o[inventory_figures.ready_cost_total])),
    Prefill(inventory.CALCULATOR, plan.CALCULATOR, "assets", _assets),
    Prefill(net_hourly.CALCULATOR, plan.CALCULATOR, "net_month", lambda o: something(o[net_hourly_figures.net_week] * WEEKS_PER_MONTH)),
    Prefill(gig_mix.CALCULATOR, plan.CALCULATOR, "net_month", lambda o: something(o[gig_mix_figures.total_month])),
    Prefill(gig_mix.CALCULATOR, plan.CALCULATOR, "uses", _mix),
    Prefill(leverage_income.CALCULATOR, plan.CALCULATOR, "net_month", lambda o: something(o[totals.net_month])),
    Prefill(leverage_income.CALCULATOR, plan.CALCULATOR, "uses", _uses),
    Prefill(take_home.CALCULATOR, plan.CALCULATOR, "tax_rate", typed_share),
    Prefill(take_home.CALCULATOR, plan.CALCULATOR, "tax_zero", lambda o: zero(share_taken(o))),
    Prefill(take_home.CALCULATOR, plan.CALCULATOR, "tax_days", _tax_days),
    Prefill(accelerator.CALCULATOR, plan.CALCULATOR, "aim", lambda o: o.inputs.aim),
    Prefill(accelerator.CALCULATOR, plan.CALCULATOR, "goal", lambda o: amount(o.inputs.goal)),
    Prefill(accelerator.CALCULATOR, plan.CALCULATOR, "start", lambda o: amount(o.inputs.start)),
    # what goes toward the goal now is savings, or extra payments on top of the debts' own
    Prefill(accelerator.CALCULATOR, plan.CALCULATOR, "own", lambda o: amount(o.inputs.extra if o.inputs.aim == "debts" else o.inputs.own)),
    Prefill(accelerator.CALCULATOR, plan.CALCULATOR, "growth", _growth),
    Prefill(accelerator.CALCULATOR, plan.CALCULATOR, "method", lambda o: o.inputs.method),
    Prefill(accelerator.CALCULATOR, plan.CALCULATOR, "debts", _debts),
    Prefill(equalizer.CALCULATOR, plan.CALCULATOR, "gap_month", lambda o: amount(o[equalizer_figures.gap_month])),
    Prefill(equalizer.CALCULATOR, plan.CALCULATOR, "gap_zero", lambda o: zero(o[equalizer_figures.gap_month])),
    Prefill(buffer.CALCULATOR, plan.CALCULATOR, "buffer_missing", lambda o: amount(o[buffer_figures.missing])),
    Prefill(buffer.CALCULATOR, plan.CALCULATOR, "buffer_zero", lambda o: zero(o[buffer_figures.missing])),
)
