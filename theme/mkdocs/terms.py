"""Links from a chapter to the glossary, where it first uses a term.

Terms come from the glossary page. An entry whose term is an everyday word lists the phrases to link in the page's front matter, under
`linked_as`: "the [gap]" links the word in brackets where the whole phrase occurs, and "*control*" links the word only where it is set in
italics or bold.
"""

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

ENTRY = re.compile(r"^(?P<words>\S.*?) \{#(?P<id>term-[\w-]+)\}\n:   (?P<text>.+)$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")

RUNNING = frozenset({"p", "li"})
"""Elements of running text."""

ASIDE = frozenset(
    {"a", "button", "code", "details", "figure", "gig-calculator", "label", "pre", "script", "style", "summary", "sup", "svg", "table"}
)
"""Elements in which no term is linked."""

ASIDE_CLASSES = frozenset({"footnote", "ug-leverage", "ug-opener", "ug-picture"})

MARKS = frozenset({"em", "strong"})
"""Italics and bold, which also mark titles, quotations and run-in headings: a term is linked only if it is the whole text."""

NOT_IN = frozenset({"check-yourself", "key-terms"})
"""Ids of sections in which no term is linked: links would give away the quiz's answers, and the list of terms has its own."""

_PART = re.compile(r"\[(.+)\]")
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


@dataclass(frozen=True)
class Term:
    """A glossary entry: its anchor, its definition without cross-references, and the phrases that link to it."""

    id: str
    definition: str
    phrases: tuple[str, ...]


def terms(glossary: str, linked_as: Mapping[str, Sequence[str]]) -> tuple[Term, ...]:
    """Parse the entries of the glossary's Markdown. `linked_as` has the phrases that link to an entry instead of its own words, by its id.

    Raises:
        LookupError: when `linked_as` names an entry that does not exist.
    """
    entries = {entry["id"]: entry for entry in ENTRY.finditer(glossary)}
    unknown = sorted(set(linked_as) - set(entries))
    if unknown:
        raise LookupError(f"linked_as names no entry of the glossary: {', '.join(unknown)}")
    return tuple(
        Term(name, definition(entry["text"]), tuple(linked_as[name]) if name in linked_as else inflected(entry["words"]))
        for name, entry in entries.items()
    )


def definition(text: str) -> str:
    """An entry's text without markup and without the sentences that refer to a chapter or another entry."""
    plain = _LINK.sub(r"\1", text).replace("*", "")
    return " ".join(sentence for sentence in _SENTENCE.split(plain) if not sentence.startswith(("See ", "Compare ")))


def inflected(words: str) -> tuple[str, ...]:
    """A term and its plural: "rest floor", "rest floors". A term in capitals is a name without a plural."""
    if words.isupper():
        return (words,)
    singular = words[0].lower() + words[1:]
    if re.search(r"[^aeiou]y$", singular):
        return (singular, f"{singular[:-1]}ies")
    return (singular, f"{singular}es" if re.search(r"(?:s|x|ch|sh)$", singular) else f"{singular}s")


def link_terms(page: str, glossary: Iterable[Term], address: str) -> str:
    """Link each term where it first occurs in a chapter's running text, and leave the rest of the HTML as it is.

    `address` is the glossary's, relative to the chapter.
    """
    linker = _Linker(tuple(glossary), address)
    linker.feed(page)
    linker.close()
    return "".join(linker.done)


def _key(words: str) -> str:
    """The lookup key of a term: lowercase, unless it is a name in capitals."""
    return words if words.isupper() else words.lower()


def _expression(phrase: str) -> str:
    """A regular expression that matches a phrase, or its part in brackets; case matters only for names in capitals."""
    before, part, after = ("", phrase, "") if "[" not in phrase else re.split(r"[\[\]]", phrase)
    around = (f"(?<=(?<![\\w-]){re.escape(before)})" if before else r"(?<![\w-])", f"(?={re.escape(after)})" if after else "")
    expression = f"{around[0]}{re.escape(part)}{around[1]}"
    return expression if phrase.isupper() else f"(?i:{expression})"


class _Linker(HTMLParser):
    """Copy HTML unchanged, except for terms in its text."""

    def __init__(self, glossary: tuple[Term, ...], address: str) -> None:
        super().__init__(convert_charrefs=False)
        self.done: list[str] = []
        self._address = address
        self._open: list[tuple[str, bool]] = []
        self._section_is_aside = False
        self._linked: set[str] = set()
        phrases = [(phrase, term) for term in glossary for phrase in term.phrases]
        self._marked = {phrase.strip("*"): term for phrase, term in phrases if phrase.startswith("*")}
        plain = sorted(
            ((phrase, term) for phrase, term in phrases if not phrase.startswith("*")), key=lambda pair: len(pair[0]), reverse=True
        )
        self._by_words = {_key((_PART.search(phrase) or [phrase, phrase])[1]): term for phrase, term in plain}
        expressions = "|".join(_expression(phrase) for phrase, _ in plain) or "(?!)"  # matches nothing
        self._pattern = re.compile(rf"(?:{expressions})(?![\w-])")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.done.append(self.get_starttag_text() or "")
        attributes = dict(attrs)
        if tag == "h2":
            self._section_is_aside = attributes.get("id") in NOT_IN
        if tag not in _VOID:
            aside = tag in ASIDE or bool(ASIDE_CLASSES & set((attributes.get("class") or "").split()))
            self._open.append((tag, aside))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag, attrs
        self.done.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.done.append(f"</{tag}>")
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth][0] == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self._open]
        if self._section_is_aside or not RUNNING & set(tags) or any(aside for _, aside in self._open):
            self.done.append(data)
            return
        if tags[-1] not in MARKS:
            self.done.append(self._pattern.sub(lambda match: self._link(self._by_words[_key(match[0])], match[0]), data))
            return
        term = self._marked.get(data.lower()) or self._by_words.get(_key(data))
        self.done.append(self._link(term, data) if term else data)

    def handle_entityref(self, name: str) -> None:
        self.done.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.done.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.done.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.done.append(f"<!{decl}>")

    def _link(self, term: Term, words: str) -> str:
        if term.id in self._linked:
            return words
        self._linked.add(term.id)
        return f'<a class="ug-term" href="{self._address}#{term.id}" data-definition="{html.escape(term.definition)}">{words}</a>'
