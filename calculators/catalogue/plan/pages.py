"""The pages that a plan links to, by title."""

PAGES = (
    ("Time audit", "time-audit"),
    ("Asset inventory", "inventory"),
    ("Leverage income", "leverage-income"),
    ("Take-home pay", "take-home"),
    ("The accelerator", "accelerator"),
    ("The equalizer", "equalizer"),
    ("The buffer", "buffer"),
    ("Net hourly pay", "net-hourly"),
    ("The rate to charge", "rate-to-charge"),
    ("The gig mix", "gig-mix"),
    ("My LEVERAGE plan", "plan"),
    ("Workbook", "workbook"),
)
"""Title and id."""
