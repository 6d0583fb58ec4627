"""In place of the standard library's colors for terminals, which create a dozen dataclasses on import: a traceback without colors."""


def can_colorize(**_options: object) -> bool:
    """Return False."""
    return False


class _NoColors:
    """A theme, or a part of one: each color is an empty text."""

    def __getattr__(self, _color: str) -> str:
        return ""


class _Theme:
    traceback = _NoColors()


def get_theme(**_options: object) -> _Theme:
    """Return a theme without colors."""
    return _Theme()
