"""The working: the formula of each figure, derived from its source."""
