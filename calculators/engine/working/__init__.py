"""The working: each figure's formula, read off its source."""
