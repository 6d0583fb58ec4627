"""Oracles: our figures beside an independent model's. They need an environment of their own, so they run only when asked for."""

import os

import pytest

collect_ignore_glob = [] if os.environ.get("UG_ORACLES") == "1" else ["test_*.py"]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "oracle: compares with an independent model, in its own environment")
