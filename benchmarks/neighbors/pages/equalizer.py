"""The equalizer's look ahead, as somebody would write it by hand. Runs in CPython, Pyodide and MicroPython."""

WEEKS, MONTHS = 52, 12


def answer(
    pay: float, pay_growth: float, inflation: float, years: float, idle_hours: float, hourly_net: float
) -> tuple[dict[str, float], list[tuple[int, float, float]]]:
    """Return the figures by name, and a row for each year; rates are percentages."""
    needed = [pay * (1 + inflation / 100) ** year for year in range(int(years) + 1)]
    expected = [pay * (1 + pay_growth / 100) ** year for year in range(int(years) + 1)]
    gap = max(0, needed[-1] - expected[-1])
    power = expected[-1] * pay / needed[-1]
    month = idle_hours * hourly_net * WEEKS / MONTHS
    figures = {
        "pay_needed": needed[-1],
        "pay_expected": expected[-1],
        "gap": gap,
        "gap_month": gap / MONTHS,
        "buying_power": power,
        "lost_power": max(0, pay - power),
        "leverage_month": month,
        "leverage_year": month * MONTHS,
        "months_to_close": gap / month,
        "hours_to_close": gap / WEEKS / hourly_net,
    }
    return figures, [(year, needed[year], expected[year]) for year in range(len(needed))]


def html(**fields: str) -> str:
    """Return the outcome as HTML."""
    figures, path = answer(**{name: float(text.replace(",", "")) for name, text in fields.items()})
    items = "".join('<li>{0} <data data-figure="{0}" value="{1:.2f}">{1:.2f}</data></li>'.format(*item) for item in figures.items())
    rows = "".join("<tr><td>{}<td>{:.2f}<td>{:.2f}</tr>".format(*row) for row in path)
    return f"<ul>{items}</ul><table>{rows}</table>"
