"""What several calculators know: periods, gigs, places, the waterfall, labels."""
