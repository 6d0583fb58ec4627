"""Questions that every calculator can answer about itself: ranges, sensitivity, goal seek, scenarios.

Each has its module and nothing is imported here: a page that is opened needs ranges at most, and a reader waits for what it imports.
"""
