"""In place of Jinja's compiler: the build has compiled all templates."""


class CodeGenerator:
    """What Jinja's environment looks for."""


def generate() -> None:
    """What Jinja's environment looks for."""
