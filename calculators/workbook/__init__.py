"""The reader's saved workbook: its document, its number notation, and the prefills between calculators."""
