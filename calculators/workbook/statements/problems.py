"""The error of a file that cannot be read as a statement."""

from ...engine.errors import CodedError


class StatementProblem(CodedError):
    """A statement that cannot be used.

    `code` is empty, too-big, spreadsheet, pdf, web-page, binary, no-table, too-many-rows, too-many-columns, not-a-map or other-columns;
    the message is for the reader.
    """
