"""Round numbers, and write numbers and amounts in the reader's notation.

Figures compute with plain floats; values are rounded only for display and for JSON.
"""

from .currency import DOLLAR, Currency
from .notation import current_notation, localize

_FAST_LIMIT = 2.0**40
_TIE_MARGIN = 1e-3
"""Below _FAST_LIMIT a scaled float is exact to 2^-12, so a value farther than this margin from a tie is certain to round correctly."""
CENTS = 2
"""Decimal places of a money amount."""


def round_half_up(value: float, places: int) -> float:
    """Round half away from zero: 0.125 to 2 places is 0.13, and -0.125 is -0.13. Never return -0.0.

    The shortest decimal text of the float is rounded, so 2.675 becomes 2.68 although its binary value is lower. Far from such a tie the
    result is computed without decimals: an integer below 2^53 divided by a power of ten is the float nearest to that decimal.
    """
    power: int = 10**places
    scaled = abs(value) * power
    if scaled < _FAST_LIMIT:
        whole = int(scaled)
        past = scaled - whole
        if abs(past - 0.5) > _TIE_MARGIN:
            near = (whole + (past > 0.5)) / power
            return near if value > 0 or near == 0 else -near
    return _round_text(value, places) + 0.0


def _round_text(value: float, places: int) -> float:
    """Round the shortest decimal text of a float."""
    from decimal import ROUND_HALF_UP, Context, Decimal  # needed only near a tie, and for very large numbers

    enough_for_any_float = Context(prec=400)
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, enough_for_any_float))


def write_number(value: float, places: int = 0) -> str:
    """Format a number: rounded half up, with grouped digits and a true minus sign."""
    rounded = round_half_up(value, places)
    return localize(f"{rounded:,.{places}f}".replace("-", "\u2212"))


def write_trimmed(value: float, places: int) -> str:
    """Format like write_number, without trailing zeros: 3.40 is 3.4 and 5.00 is 5."""
    text = f"{round_half_up(value, places):,.{places}f}".replace("-", "\u2212")
    return localize(text.rstrip("0").rstrip(".") if "." in text else text)


def write_money(value: float, places: int = CENTS, currency: Currency = DOLLAR) -> str:
    """Format an amount of money; the minus sign precedes the currency sign."""
    return write_rounded(round_half_up(value, places), places, currency)


def write_rounded(rounded: float, places: int, currency: Currency) -> str:
    """Format an amount of money that is already rounded."""
    minus = "\u2212" if rounded < 0 else ""
    return f"{minus}{currency.before}{localize(f'{abs(rounded):,.{places}f}')}"


def typed_number(value: float, places: int = 6) -> str:
    """Format a number as a reader would type it, so that it reads back as the same value.

    A number with exactly three decimals gets a fourth, since 1.250 could be read as 1,250.
    """
    text = write_trimmed(value, places).replace("\u2212", "-")
    whole, point, decimals = text.rpartition(current_notation().decimal)
    is_doubtful = point and len(decimals) == 3 and whole.lstrip("-") != "0" and abs(value) < 1000
    return f"{text}0" if is_doubtful else text
