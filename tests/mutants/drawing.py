"""Draw mutants of calculators/ with cosmic-ray. This runs in its own environment, so it imports nothing of the project.

`python drawing.py TREE SEED COUNT` prints a JSON list. First a place is drawn, each with the same probability, then one of its mutants.
"""

import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from cosmic_ray import plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

GENERATED = "calculators/library/"

ARITHMETIC = r"(Add|Sub|Mul|Div|FloorDiv|Mod|Pow)"
BITWISE = r"(BitOr|BitAnd|BitXor)"
ORDER = r"(Eq|NotEq|Lt|LtE|Gt|GtE)"
KINDS = re.compile(
    rf"core/(ReplaceBinaryOperator_({ARITHMETIC}_{ARITHMETIC}|{BITWISE}_({BITWISE}|Sub))|ReplaceComparisonOperator_({ORDER}_{ORDER}|(Is|IsNot)_(Is|IsNot)"
    r"|(Not)?In_(Not)?In)|ReplaceUnaryOperator_\w+|AddNot|ReplaceTrueWithFalse|ReplaceFalseWithTrue|ReplaceAndWithOr|ReplaceOrWithAnd"
    r"|ReplaceBreakWithContinue|ReplaceContinueWithBreak|ExceptionReplacer|NumberReplacer|RemoveDecorator|ZeroIterationForLoop)"
)
"""The operators of cosmic-ray in use. Out are those whose mutants any test notices (a shift of a float is a TypeError) and those that
change nothing (`is` for `==` between short strings)."""

CACHE = re.compile(r"@(functools\.)?(cache|lru_cache)\b")
GUARD = re.compile(r"\b(frozen|kw_only|slots|strict|maxsize)=\s*$")
"""Arguments that change no outcome: they guard against mistakes in our code (`@dataclass(frozen=True)`), or say how much a cache keeps."""


def places(path: Path) -> Iterator[tuple[tuple[int, int], str, int]]:
    """Each mutant of a file: its line and column, its operator, and which occurrence of the operator it is."""
    lines = path.read_text("utf-8").splitlines()
    nodes = list(ast_nodes(get_ast(path.read_text("utf-8"))))
    for name in filter(KINDS.fullmatch, plugins.operator_names()):
        operator = plugins.get_operator(name)()
        occurrence = -1
        for node in nodes:
            for start, _ in operator.mutation_positions(node):
                occurrence += 1
                before, after = lines[start[0] - 1][: start[1]], lines[start[0] - 1][start[1] :]
                if not (GUARD.search(before) or CACHE.match(after) or ("BitOr" in name and _in_annotation(node))):
                    yield start, name, occurrence


def draw(root: Path, seed: int, count: int) -> tuple[int, list[dict[str, object]]]:
    """The number of all places, and `count` mutants in the order in which they are drawn. A place is drawn at most once."""
    files = [path for path in sorted(root.glob("calculators/**/*.py")) if not path.relative_to(root).as_posix().startswith(GENERATED)]
    by_place: dict[tuple[Path, tuple[int, int]], list[tuple[str, int]]] = defaultdict(list)
    for path in files:
        for start, name, occurrence in places(path):
            by_place[path, start].append((name, occurrence))
    generator = random.Random(seed)
    order = generator.sample(sorted(by_place), len(by_place))
    drawn: list[dict[str, object]] = []
    for path, start in order:
        source = path.read_text("utf-8")
        choices = generator.sample(by_place[path, start], len(by_place[path, start]))
        if source.splitlines()[start[0] - 1].startswith(("*, ", "/, "), start[1]):
            continue  # of parameters: cosmic-ray takes it for an operator
        mutated = ((name, mutate_code(source, plugins.get_operator(name)(), occurrence)) for name, occurrence in choices)
        for name, text in mutated:
            if text != source and _compiles(text):
                drawn.append({"path": path.relative_to(root).as_posix(), "line": start[0], "operator": name[5:], "source": text})
                break
        if len(drawn) == count:
            break
    return len(order), drawn


def _in_annotation(node: object) -> bool:
    """Whether the node is in an annotation. There `|` joins types: any other operator is a TypeError on import."""
    while parent := getattr(node, "parent", None):
        if parent.type in {"annassign", "tfpdef"} or (parent.type in {"param", "funcdef"} and node is getattr(parent, "annotation", None)):
            return True
        node = parent
    return False


def _compiles(source: str) -> bool:
    try:
        compile(source, "mutant", "exec")
    except SyntaxError:
        return False
    return True


if __name__ == "__main__":
    total, mutants = draw(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    print(json.dumps({"places": total, "mutants": mutants}))
