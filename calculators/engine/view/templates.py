"""The Jinja2 environment of the templates."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, ModuleLoader, StrictUndefined


def environment() -> Environment:
    """Return the environment, which reads the template files themselves or, in the browser, what the build compiled from them."""
    package = Path(__file__).resolve().parents[2]
    sources = package.parent / "theme" / "components"
    loader = FileSystemLoader(sources) if sources.is_dir() else ModuleLoader(package / "_templates")
    return Environment(
        loader=loader, cache_size=-1, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )  # without a limit, the cache is a plain dictionary
