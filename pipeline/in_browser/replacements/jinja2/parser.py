"""In place of Jinja's parser: the build has compiled all templates."""


class Parser:
    """What Jinja's environment looks for."""
