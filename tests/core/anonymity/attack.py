# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Attackers, who know more than real ones do.

They know the rules, who was asked and who answered, how many answered in each place,
and which answers are possible at all; the insiders among them also their own. They may
compare every figure of every round. They see no more than is published.

Two worlds are alike to them when both give the same output. A secret is told when it is
the same in all worlds that are alike: `two_worlds` goes through every one of them.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, combinations_with_replacement, product

import numpy as np

from tests.plugins.attacks import tried

Sheet = tuple[int | None, ...]  # what a person answers: one answer for each item, round, or both
World = tuple[tuple[Sheet, ...], ...]  # by place, the sheets given there, in no order that means anything
Publisher = Callable[[World], Hashable]  # all that is published; None for a world that cannot be
Secret = Callable[[Sheet], Hashable]


@dataclass
class Outcome:
    """What an attack found: the secrets told, each with what the insiders answered and what they learn, and the fewest values left open for each secret."""

    tried: int = 0
    told: dict[str, object] = field(default_factory=dict)
    left_open: dict[str, int] = field(default_factory=dict)


def secrets_of(items: int) -> dict[str, Secret]:
    """Return what should stay hidden of each sheet: each answer, and whether there was one."""
    secrets: dict[str, Secret] = {}
    for item in range(items):
        secrets[f"answer {item}"] = lambda sheet, item=item: sheet[item]  # type: ignore[misc]
        secrets[f"answered {item}"] = lambda sheet, item=item: sheet[item] is not None  # type: ignore[misc]
    return secrets


def two_worlds(
    publisher: Publisher,
    places: Sequence[int],
    sheets: Sequence[Sheet],
    insiders: int,
    secrets: Mapping[str, Secret] | None = None,
) -> Outcome:
    """
    Try every coalition of so many insiders on everybody else in every world.

    `places` holds how many people are in each place. People of one place are alike to
    every publisher, so a world is a multiset of sheets for each place; nothing is lost,
    for each arrangement of people would be attacked in the same way. Fewer insiders
    know less, so they need no attacks of their own.
    """
    secrets = secrets or secrets_of(len(sheets[0]))
    outcome = Outcome()
    alike = _alike(publisher, sheets)
    for known_in, target_in in _positions(places, insiders):
        rest = [n - k - (at == target_in) for at, (n, k) in enumerate(zip(places, known_in, strict=True))]
        for known in _multisets(len(sheets), known_in):
            seen: dict[int, set[int]] = {}
            for others in _multisets(len(sheets), rest):
                for target in range(len(sheets)):
                    world = _world(known, others, target, target_in)
                    if (output := alike(world)) is not None:
                        seen.setdefault(output, set()).add(target)
                        outcome.tried += len(secrets)
            _judge(outcome, seen, sheets, secrets, known)
    tried(outcome.tried)
    return outcome


def _alike(
    publisher: Publisher, sheets: Sequence[Sheet]
) -> Callable[[tuple[tuple[int, ...], ...]], int | None]:
    numbers: dict[Hashable, int] = {}

    @cache
    def number(world: tuple[tuple[int, ...], ...]) -> int | None:
        output = publisher(tuple(tuple(sheets[at] for at in place) for place in world))
        return None if output is None else numbers.setdefault(output, len(numbers))

    return number


def _positions(places: Sequence[int], insiders: int) -> Iterator[tuple[tuple[int, ...], int]]:
    for known in product(*(range(min(place, insiders) + 1) for place in places)):
        if sum(known) == insiders:
            for target in range(len(places)):
                if places[target] > known[target]:
                    yield known, target


@cache
def _list_of_multisets(kinds: int, sizes: tuple[int, ...]) -> list[tuple[tuple[int, ...], ...]]:
    return list(product(*(combinations_with_replacement(range(kinds), size) for size in sizes)))


def _multisets(kinds: int, sizes: Sequence[int]) -> list[tuple[tuple[int, ...], ...]]:
    return _list_of_multisets(kinds, tuple(sizes))


def _world(
    known: tuple[tuple[int, ...], ...], others: tuple[tuple[int, ...], ...], target: int, target_in: int
) -> tuple[tuple[int, ...], ...]:
    return tuple(
        tuple(sorted((*a, *b, target) if at == target_in else (*a, *b)))
        for at, (a, b) in enumerate(zip(known, others, strict=True))
    )


def _judge(
    outcome: Outcome,
    seen: Mapping[int, set[int]],
    sheets: Sequence[Sheet],
    secrets: Mapping[str, Secret],
    known: object,
) -> None:
    for targets in seen.values():
        for name, secret in secrets.items():
            values = {secret(sheets[target]) for target in targets}
            outcome.left_open[name] = min(outcome.left_open.get(name, len(values)), len(values))
            if len(values) == 1:
                outcome.told.setdefault(name, (known, values))


def sums_tell(sets: Sequence[frozenset[int]], k: int) -> bool:
    """
    Say whether sums over these sets of people, added and subtracted at will, give a sum over fewer than k people.

    People in exactly the same sets go together. Some combination of the sums is about
    people of S alone if the sums have a lower rank without the columns of S.
    """
    tried(1)
    people = sorted(set().union(*sets))
    rows = [tuple(person in one for one in sets) for person in people]
    atoms = sorted(set(rows))
    sizes = [rows.count(atom) for atom in atoms]
    matrix = np.array(atoms, dtype=float).T if atoms else np.zeros((len(sets), 0))
    whole = _rank(matrix)
    few = (
        chosen
        for number in range(1, k)
        for chosen in combinations(range(len(atoms)), number)
        if sum(sizes[at] for at in chosen) < k
    )
    return any(_rank(np.delete(matrix, chosen, axis=1)) < whole for chosen in few)


def _rank(matrix: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> int:
    return int(np.linalg.matrix_rank(matrix)) if matrix.size else 0
