"""In place of Jinja's compiler: the build has compiled all templates."""


class CodeGenerator:
    """Imported by Jinja's environment."""


def generate() -> None:
    """Imported by Jinja's environment."""
