"""Read a statement: a table as CSV from a bank, a platform or a mileage app. Pure functions, from bytes to dated entries."""
