"""Oracles: comparison with independent tax models. They need a separate environment, so they run only on request."""

import os

import pytest

collect_ignore_glob = [] if os.environ.get("UG_ORACLES") == "1" else ["test_*.py"]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "oracle: compares with an independent model, in its own environment")
