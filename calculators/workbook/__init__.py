"""The reader's saved workbook: its document, its notation, and what one page prefills in another."""
