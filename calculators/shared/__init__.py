"""What several calculators know: periods, gigs, places, fields, the waterfall, labels."""
