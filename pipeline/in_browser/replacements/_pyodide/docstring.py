"""In place of Pyodide's docstrings for its methods written in C: each takes a signature to make, and nobody reads them here."""


def get_cmeth_docstring(_function: object) -> str:
    """Return an empty docstring."""
    return ""


def dedent_docstring(_docstring: str) -> str:
    """Return an empty docstring."""
    return ""
