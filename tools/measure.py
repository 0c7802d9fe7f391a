# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Prints how long functions and files are, beside what the house aims for."""

import ast
import statistics
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tools.setup import ROOT

PLACES = ("leadroom", "tools")
SHORT, LONG, LONGEST, FILE = 8, 25, 50, 300
HALF, MOST = 0.5, 0.95


@dataclass(frozen=True)
class Function:
    """One function: where it is and how many lines it spans, its docstring left out."""

    where: str
    lines: int


@dataclass(frozen=True)
class Measures:
    """What was measured."""

    functions: Sequence[Function]
    files: dict[str, int]
    hidden_imports: Sequence[str]


def main() -> int:
    """Print the measures; wrong if an aim is missed."""
    found = measure()
    lengths = [function.lines for function in found.functions]
    print(f"{len(lengths)} functions in {len(found.files)} files, {sum(found.files.values())} lines")
    print(
        f"Median: {statistics.median(lengths):.0f} lines a function, {statistics.median(found.files.values()):.0f} a file"
    )
    aims = list(judged(found))
    for is_met, aim, reached in aims:
        print(f"{'✓' if is_met else '✗'} {aim}: {reached}")
    print("Longest:")
    for function in sorted(found.functions, key=lambda one: -one.lines)[:8]:
        print(f"  {function.lines:4d}  {function.where}")
    for name, lines in sorted(found.files.items(), key=lambda item: -item[1])[:5]:
        print(f"  {lines:4d}  {name}")
    return 0 if all(is_met for is_met, _aim, _reached in aims) else 1


def judged(found: Measures) -> Iterator[tuple[bool, str, str]]:
    """Yield each aim: whether it is met, what it is, what was reached."""
    lengths = [function.lines for function in found.functions]
    short, long = share(lengths, SHORT), share(lengths, LONG)
    small = share(list(found.files.values()), FILE)
    yield short >= HALF, f"half of all functions under {SHORT} lines", f"{short:.0%}"
    yield long >= MOST, f"95 % under {LONG}", f"{long:.1%}"
    yield max(lengths) <= LONGEST, f"none over {LONGEST}", f"longest {max(lengths)}"
    yield small >= MOST, f"95 % of files under {FILE} lines", f"{small:.1%}"
    yield not found.hidden_imports, "no import inside a function", ", ".join(found.hidden_imports) or "none"


def share(lengths: Sequence[int], limit: int) -> float:
    """Return the share of lengths below a limit."""
    return sum(length < limit for length in lengths) / len(lengths)


def measure(places: Sequence[str] = PLACES) -> Measures:
    """Measure all our Python, but for migrations."""
    functions: list[Function] = []
    hidden: list[str] = []
    files = {}
    for path in sorted(path for place in places for path in (ROOT / place).rglob("*.py")):
        if "migrations" in path.parts:
            continue
        name = str(path.relative_to(ROOT))
        source = path.read_text(encoding="utf-8")
        files[name] = source.count("\n")
        for node in functions_in(ast.parse(source)):
            functions.append(Function(f"{name}:{node.lineno} {node.name}", length(node)))
            hidden += [
                f"{name}:{line}"
                for line in imports_in(node)
                if "PLC0415" not in source.splitlines()[line - 1]
            ]
    return Measures(functions, files, hidden)


AnyFunction = ast.FunctionDef | ast.AsyncFunctionDef


def functions_in(tree: ast.AST) -> Iterator[AnyFunction]:
    """Yield every function and method."""
    return (node for node in ast.walk(tree) if isinstance(node, AnyFunction))


def length(function: AnyFunction) -> int:
    """Return how many lines a function spans from `def` to its end, its docstring left out."""
    spanned = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is not None:
        spanned -= (first.end_lineno or first.lineno) - first.lineno + 1
    return spanned


def imports_in(function: AnyFunction) -> Iterator[int]:
    """Yield the lines of imports inside a function."""
    return (node.lineno for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom))


if __name__ == "__main__":
    sys.exit(main())
