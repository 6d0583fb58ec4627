"""Outcomes as sheets of a spreadsheet, and their tables as CSV."""
