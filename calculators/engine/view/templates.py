"""The templates' environment: Jinja2, told to write quicker code for what every page does a thousand times."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, ModuleLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import escape

TEXTS = 4_096
"""Texts of which the escaped form is kept: a page says its labels, its names and most of its numbers more than once."""

GIVEN_DICTIONARIES = ("error-summary/", "what-if/")
"""Names of templates begin so that are filled from plain JSON values and not from views."""


class _Direct(CodeGenerator):
    """Writes `x.name` for x.name, and asks for each text's escaped form by way of what is kept.

    Jinja2 asks a function of its own for every attribute, so that x may be a dictionary as well, and escapes every text anew. The views
    are records, which need neither.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja2's name
        """An attribute, as Python writes it."""
        if (self.name or "").startswith(GIVEN_DICTIONARIES):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        del node, frame, finalize
        self.write("environment.escaped(")


class _Environment(Environment):
    """Knows what is kept. It is compiled into the templates by its name."""

    code_generator_class = _Direct
    escaped = staticmethod(functools.lru_cache(maxsize=TEXTS, typed=True)(escape))


def environment() -> Environment:
    """Jinja2 over the one set of templates: the files themselves, or, in the browser, what the build compiled from them."""
    package = Path(__file__).resolve().parents[2]
    compiled = package / "_templates"
    sources = package.parent / "theme" / "components"
    loader = FileSystemLoader(sources) if sources.is_dir() else ModuleLoader(compiled)
    return _Environment(
        loader=loader, cache_size=-1, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )  # a cache without a limit is a plain dictionary, which is quicker than one with
