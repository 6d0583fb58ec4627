"""Analyses that work for every calculator: ranges, sensitivity, goal seek and scenarios.

Nothing is imported here: a page needs at most the ranges, and every import delays its first outcome.
"""
