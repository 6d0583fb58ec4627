"""State income tax in the United States: rules as data, a small engine, and the figures that use them."""
