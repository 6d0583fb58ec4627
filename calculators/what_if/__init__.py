"""What if: sensitivity, goal seek, ranges and scenarios for any calculator, as JSON answers and as a panel on its page."""
