"""From declarations and outcomes to what a page shows."""
