"""In place of the nodes that Jinja's parser makes for its compiler: what compiled templates use of them."""


class EvalContext:
    """Says whether what a template writes is escaped."""

    volatile = False

    def __init__(self, environment: object, _name: str | None = None) -> None:
        self.environment = environment
        self.autoescape = environment.autoescape  # type: ignore[attr-defined]
