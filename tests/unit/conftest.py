"""Make Hypothesis deterministic: the same examples on every machine, and no example database."""

from hypothesis import Phase, settings

settings.register_profile(
    "repeatable", derandomize=True, database=None, deadline=None, phases=[Phase.explicit, Phase.generate, Phase.shrink]
)
settings.load_profile("repeatable")
