"""The base of errors that carry a code for programs beside their sentence for the reader."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reading:
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
