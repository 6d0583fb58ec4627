"""Views: what a page shows of declarations and outcomes."""
