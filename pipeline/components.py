"""What others have made and the site or the download contains, with its license: found in what is built, never listed by hand."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from .environment import NODE_MODULES
from .progress import ROOT, BuildError
from .staging import LIBRARIES

LICENSES = ROOT / "pipeline" / "licenses"
"""License texts of what has none of its own where it is installed, and components.toml, which names them."""
FONTS = ("@fontsource-variable/inter", "@fontsource-variable/literata")
THEME = "mkdocs-material"

Kind = Literal["npm", "pypi", "generic"]

_FILES = ("LICENSE", "LICENSE.txt", "LICENSE.md", "license")
_TEXTS = {"pyodide": LICENSES / "MPL-2.0.txt", "vega-interpreter": NODE_MODULES / "vega" / "LICENSE"}
"""License texts of packages that bring none: the license's own, and that of the same authors' package."""
_EXPRESSIONS = {"jinja2": "BSD-3-Clause"}
"""Licenses of packages whose metadata have no SPDX expression."""
_PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")


@dataclass(frozen=True)
class Component:
    """A component: its name, version (empty if unknown), SPDX license expression, where it is from, and the whole text of its license."""

    name: str
    version: str
    license: str
    kind: Kind
    text: str
    url: str = ""
    within: str = ""

    @property
    def purl(self) -> str:
        """Its package URL."""
        name = self.name.replace("@", "%40")
        return f"pkg:{self.kind}/{name}{f'@{self.version}' if self.version else ''}"


def shipped(bundled: list[str]) -> list[Component]:
    """Return every component, sorted by name.

    Args:
        bundled: the npm packages that the scripts contain, from the bundler.

    Raises:
        BuildError: when one has no license text, or something in Material is not in components.toml.
    """
    of_npm = [_of_npm(name) for name in sorted({*bundled, *FONTS})]
    of_pypi = [_of_pypi(name) for name in (*LIBRARIES, THEME)]
    return sorted([*of_npm, *of_pypi, _icons(), *_contained()], key=lambda component: component.name.lower())


def _of_npm(name: str) -> Component:
    folder = NODE_MODULES / name
    package = json.loads((folder / "package.json").read_text("utf-8"))
    text = next((folder / file for file in _FILES if (folder / file).is_file()), _TEXTS.get(name))
    if text is None:
        raise BuildError(f"The npm package {name} is in the scripts and has no license text. Name one in pipeline/components.py")
    return Component(name, package["version"], package["license"], "npm", text.read_text("utf-8"), str(package.get("homepage", "")))


def _of_pypi(name: str) -> Component:
    package = metadata.distribution(name)
    texts = [Path(str(file.locate())) for file in package.files or () if re.search(r"\.dist-info/licenses/", file.as_posix())]
    if not texts:
        raise BuildError(f"The Python package {name} has no license text where it is installed")
    expression = package.metadata["License-Expression"] or _EXPRESSIONS[name]
    return Component(name, package.version, str(expression), "pypi", "\n\n".join(path.read_text("utf-8") for path in texts))


def _icons() -> Component:
    """Return the Material Design icons, which come with the theme and have a license of their own."""
    text = _theme() / "templates" / ".icons" / "material" / "LICENSE"
    return Component("material-design-icons", "", "Apache-2.0", "generic", text.read_text("utf-8"), "https://pictogrammers.com/", THEME)


def _contained() -> Iterator[Component]:
    """Yield what is in Pyodide and in Material's scripts and styles.

    Raises:
        BuildError: when the table and Material's source maps differ.
    """
    table = tomllib.loads((LICENSES / "components.toml").read_text("utf-8"))
    inside, known = _in_material(), {name for name, entry in table.items() if entry["within"] == THEME}
    if inside != known:
        raise BuildError(f"pipeline/licenses/components.toml and what Material contains differ: {', '.join(sorted(inside ^ known))}")
    info = json.loads((NODE_MODULES / "pyodide" / "pyodide-lock.json").read_text("utf-8"))["info"]
    versions = {"cpython": info["python"], "emscripten": info["platform"].removeprefix("emscripten_").replace("_", ".")}
    for name, entry in table.items():
        text = (LICENSES / entry["text"]).read_text("utf-8")
        yield Component(name, versions.get(name, ""), entry["license"], "generic", text, entry["url"], entry["within"])


def _in_material() -> set[str]:
    """Return the packages in Material's scripts and styles, by their source maps. The site has no stemmers for other languages."""
    packages: set[str] = set()
    for path in (_theme() / "templates" / "assets").rglob("*.map"):
        packages |= {match[1] for source in json.loads(path.read_text("utf-8"))["sources"] if (match := _PACKAGE.search(source))}
    return packages


def _theme() -> Path:
    return Path(str(metadata.distribution(THEME).locate_file("material")))
