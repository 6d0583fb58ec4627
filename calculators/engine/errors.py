"""The base of errors that carry a code for programs beside their sentence for the reader."""

from collections.abc import Iterable
from typing import NamedTuple


class Reading(NamedTuple):
    """One meaning of an ambiguous text: what to type for it, and the label of the button that chooses it."""

    text: str
    label: str


class CodedError(ValueError):
    """An error with a code, such as "too-small". Its text is a sentence for the reader.

    `readings` are what an ambiguous text can mean, for the reader to choose from.
    """

    def __init__(self, code: str, message: str, readings: tuple[Reading, ...] = ()) -> None:
        """Keep the code and the readings beside the message."""
        super().__init__(message)
        self.code = code
        self.readings = readings


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that offers the known name most like this one; "" if none is like it."""
    import difflib  # needed only for an error

    near = difflib.get_close_matches(name, list(known), 1)
    return f"; did you mean {near[0]}?" if near else ""
