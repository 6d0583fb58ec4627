"""The notices of what others have made, and a bill of materials in CycloneDX's format, for the site and the download."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from theme.mkdocs.stored import NOTICES

from . import publish
from .bundle import OUT as SCRIPTS
from .bundle import PACKAGES
from .components import Component, shipped

MATERIALS = "bom.cdx.json"
"""The bill of materials, under the name that CycloneDX recommends."""

_RULE = "\n" + "=" * 80 + "\n\n"


def components() -> list[Component]:
    """Return what the built scripts, the runtime and the pages contain."""
    bundled: list[str] = json.loads((SCRIPTS / PACKAGES).read_text("utf-8"))
    return shipped(bundled)


def write_notices(folder: Path) -> None:
    """Write the notices and the bill of materials into the root of an edition."""
    parts = components()
    (folder / NOTICES).write_text(notices(parts), "utf-8")
    (folder / MATERIALS).write_text(json.dumps(materials(parts), indent=1, ensure_ascii=False) + "\n", "utf-8")


def notices(parts: Sequence[Component]) -> str:
    """Return the list of components, then each license text once, below the names of those that it is for."""
    lines = [
        "Ultimate Gig contains software and fonts by others, listed here with their licenses. The texts of the licenses follow.",
        "The code of Pyodide, under the Mozilla Public License 2.0, is at https://github.com/pyodide/pyodide",
        "Parts of it that no page uses are left out.",
        "",
        *(f"{_named(part)}{f', in {part.within}' if part.within else ''}: {part.license}" for part in parts),
    ]
    by_text = sorted(parts, key=lambda part: (part.text.strip(), part.name))
    texts = [
        f"{', '.join(_named(part) for part in group)}\n\n{text}\n"
        for text, group in ((text, list(group)) for text, group in groupby(by_text, key=lambda part: part.text.strip()))
    ]
    return "\n".join(lines) + "\n" + "".join(_RULE + text for text in sorted(texts, key=str.lower))


def _named(part: Component) -> str:
    return f"{part.name} {part.version}".strip()


def materials(parts: Sequence[Component]) -> dict[str, object]:
    """Return the bill of materials, CycloneDX 1.6. It has no time and no random number, so that the same parts give the same bytes."""
    whole = f"pkg:generic/ultimate-gig@{publish.version()}"
    inside = {part.name: [inner.purl for inner in parts if inner.within == part.name] for part in parts}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": whole,
                "name": "ultimate-gig",
                "version": publish.version(),
                "licenses": [{"expression": "MIT AND CC-BY-4.0"}],
            }
        },
        "components": [_material(part) for part in parts],
        "dependencies": [
            {"ref": whole, "dependsOn": sorted(part.purl for part in parts if not part.within)},
            *({"ref": part.purl, "dependsOn": sorted(inside[part.name])} for part in parts),
        ],
    }


def _material(part: Component) -> dict[str, object]:
    entry: dict[str, object] = {"type": "library", "bom-ref": part.purl, "name": part.name}
    if part.version:
        entry["version"] = part.version
    entry |= {"licenses": [{"expression": part.license}], "purl": part.purl}
    if part.url:
        entry["externalReferences"] = [{"type": "website", "url": part.url}]
    digest = hashlib.sha256(part.text.encode()).hexdigest()
    return entry | {"properties": [{"name": "ultimate-gig:license-text-sha256", "value": digest}]}
