"""Mutants of calculators/: they take hours, so they are tried only on request."""

import os

collect_ignore_glob = [] if os.environ.get("UG_MUTANTS") == "1" else ["test_*.py"]
