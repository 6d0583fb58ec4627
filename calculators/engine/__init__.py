"""The engine: what every calculator shares. It knows nothing of gigs or taxes."""
