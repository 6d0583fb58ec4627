"""In place of Pyodide's docstrings for what is written in C, which take a signature each to make and which nobody reads here."""


def get_cmeth_docstring(_function: object) -> str:
    """Return an empty docstring."""
    return ""


def dedent_docstring(_docstring: str) -> str:
    """Return an empty docstring."""
    return ""
