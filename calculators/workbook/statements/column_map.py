"""What the reader has said about the columns of a kind of statement, as the workbook and a small file keep it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from .amounts import DECIMAL_SIGNS
from .columns import ROLES
from .dates import ORDERS
from .problems import StatementProblem
from .table import LONGEST_NAME, MOST_COLUMNS

APP = "ultimate-gig"
FORMAT = 1
"""The number of the file's format, under "columns of a statement" in the file."""
KIND = "columns"
LARGEST = 20_000
"""Characters of such a file."""

NOT_A_MAP = "That file doesn’t say what the columns of a statement are. Choose a file that was saved with “Save these choices as a file”."
NEWER_MAP = "That file comes from a newer edition of this site. Open it there, or download the newer edition."


@dataclass(frozen=True)
class ColumnMap:
    """The column of each role by its name, and the order of dates and the decimal sign, "" where they follow from the cells."""

    roles: Mapping[str, str]
    order: str = ""
    decimal: str = ""
    names: tuple[str, ...] = field(default=())
    """The names of all columns of the statement, by which another file of its kind is recognized."""

    def as_json(self) -> dict[str, object]:
        """The map as it is kept."""
        return {"names": list(self.names), "roles": dict(self.roles), "order": self.order, "decimal": self.decimal}

    def fits(self, names: tuple[str, ...]) -> bool:
        """Whether a statement with these columns has all that the map names."""
        return set(self.roles.values()) <= set(names)


def column_map(raw: object) -> ColumnMap | None:
    """Read a kept map; None for anything that this site did not write."""
    if not isinstance(raw, Mapping):
        return None
    roles, order, decimal, names = raw.get("roles"), raw.get("order", ""), raw.get("decimal", ""), raw.get("names", [])
    if not isinstance(roles, Mapping) or order not in ("", *ORDERS) or decimal not in ("", *DECIMAL_SIGNS) or not _are_names(names):
        return None
    kept = {role: name for role, name in roles.items() if role in ROLES and isinstance(name, str) and len(name) <= LONGEST_NAME + 5}
    return ColumnMap(kept, str(order), str(decimal), tuple(names)) if len(kept) == len(roles) == len({*kept.values()}) else None


def write_file(kept: ColumnMap) -> str:
    """The map as a file to pass on."""
    return json.dumps({"app": APP, KIND: FORMAT, **kept.as_json()}, ensure_ascii=False, indent=1) + "\n"


def read_file(text: str) -> ColumnMap:
    """Read such a file.

    Raises:
        StatementProblem: not-a-map or newer.
    """
    try:
        raw = json.loads(text.removeprefix("\ufeff")) if len(text) <= LARGEST else None
    except (ValueError, RecursionError):
        raw = None
    version = raw.get(KIND) if isinstance(raw, dict) and raw.get("app") == APP else None
    if isinstance(version, int) and version > FORMAT:
        raise StatementProblem("newer", NEWER_MAP)
    kept = column_map(raw) if version == FORMAT else None
    if kept is None:
        raise StatementProblem("not-a-map", NOT_A_MAP)
    return kept


def _are_names(names: object) -> bool:
    return (
        isinstance(names, list | tuple)
        and len(names) <= MOST_COLUMNS
        and all(isinstance(name, str) and len(name) <= LONGEST_NAME + 5 for name in names)
    )
