"""The engine that all calculators share. It knows nothing of gigs, taxes or pages."""
