"""Labels for charts and names for sentences."""

from collections.abc import Iterable


def distinct(names: Iterable[str], longest: int) -> list[str]:
    """Cut names to a length, and number duplicates: a chart treats equal names as one."""
    labels: list[str] = []
    for name in names:
        short = name if len(name) <= longest else f"{name[: longest - 1]}…"
        count = 1
        label = short
        while label in labels:
            count += 1
            label = f"{short} ({count})"
        labels.append(label)
    return labels


def named(title: str) -> str:
    """A calculator's name within a sentence: the buffer, your time audit."""
    article, _, rest = title.partition(" ")
    return f"the {rest}" if article == "The" else f"your {title[:1].lower()}{title[1:]}"
