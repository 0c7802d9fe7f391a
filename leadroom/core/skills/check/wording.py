# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
How a text may read: one sentence, not too long, no word that only says how much.

Nothing here can tell whether a text is good; it finds what no good text does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from leadroom.core.skills.check.problem import Problem, Where
from leadroom.core.skills.check.shape import LANGUAGES

Texts = Mapping[str, str]
Placed = tuple[Where, Texts]
"""A text with its place: where it is, and what it says in each language."""

LONGEST_NAME = 40
DEFINITION_WORDS = (5, 32)
BEHAVIOUR_WORDS = (5, 26)
LONGEST_AVERAGE = 20
ALIKE = 0.8

WORD = re.compile(r"\w+(?:[-’']\w+)*")
INNER_END = re.compile(r"[.!?…][\"”’»)]*\s+[\"“”«(]?[A-ZÆØÅÄÖ]")
LAST_END = re.compile(r"[.!?…][\"”’»)]*$")

# Behaviours differ by what is done. A word that only says how much or how often hides that they do not.
DEGREE: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        WORD.findall(
            "actively always completely consistently constantly deeply effectively efficiently entirely "
            "extremely frequently fully greatly highly mostly occasionally often proactively quite "
            "really regularly sometimes strongly thoroughly totally truly usually very well"
        )
    ),
    "da": frozenset(
        WORD.findall(
            "aktivt altid effektivt fuldstændig fuldstændigt fuldt godt grundigt jævnligt konsekvent "
            "konstant meget ofte proaktivt regelmæssigt særdeles stærkt tit totalt virkelig yderst"
        )
    ),
    "sv": frozenset(
        WORD.findall(
            "aktivt alltid effektivt fullständigt fullt grundligt konsekvent konstant mycket ofta oerhört "
            "proaktivt regelbundet starkt totalt verkligen väl väldigt ytterst"
        )
    ),
}
# … but not where the word belongs to an expression of another meaning.
EXPRESSIONS: Mapping[str, Sequence[str]] = {
    "en": ("as well as", "as well", "how well", "how often"),
    "da": ("lige så godt", "så godt som", "hvor godt", "hvor meget", "hvor ofte"),
    "sv": ("hur väl", "hur mycket", "hur ofta"),
}


class Term(NamedTuple):
    """A word to avoid in a language, and the word to use instead."""

    language: str
    avoid: str
    use: str


def words(text: str) -> list[str]:
    """Return the words of a text, without case, space or punctuation."""
    return WORD.findall(text.casefold())


def folded(text: str) -> str:
    """Return a text as it compares with others."""
    return " ".join(words(text))


def check_sentence(placed: Placed, lengths: tuple[int, int]) -> Iterator[Problem]:
    """Name each language in which the text is not one sentence of the right length."""
    where, texts = placed
    for language, text in texts.items():
        if not is_one_sentence(text):
            yield Problem((*where, language), "not-one-sentence", {"language": language})
    yield from check_length(placed, lengths)


def check_length(placed: Placed, lengths: tuple[int, int]) -> Iterator[Problem]:
    """Name each language in which the text has too few or too many words."""
    where, texts = placed
    fewest, most = lengths
    for language, text in texts.items():
        count = len(words(text))
        if not fewest <= count <= most:
            details = {"language": language, "words": str(count), "fewest": str(fewest), "most": str(most)}
            yield Problem((*where, language), "word-count", details)


def is_one_sentence(text: str) -> bool:
    """Say whether a text is one sentence with its full stop; abbreviations do not end one."""
    return LAST_END.search(text.strip()) is not None and INNER_END.search(text.strip()) is None


def check_name(placed: Placed) -> Iterator[Problem]:
    """Name each language in which a name is too long for a petal, a card or a row."""
    where, texts = placed
    for language, text in texts.items():
        if len(text) > LONGEST_NAME:
            details = {"language": language, "length": str(len(text)), "most": str(LONGEST_NAME)}
            yield Problem((*where, language), "name-long", details)


def check_question(placed: Placed) -> Iterator[Problem]:
    """Name each language in which a question does not ask one thing."""
    where, texts = placed
    for language, text in texts.items():
        if not text.rstrip().endswith("?") or not is_one_sentence(text):
            yield Problem((*where, language), "not-a-question", {"language": language})


def check_degree(placed: Placed) -> Iterator[Problem]:
    """Name each word that only says how much or how often."""
    where, texts = placed
    for language, text in texts.items():
        left = f" {folded(text)} "
        for expression in EXPRESSIONS[language]:
            left = left.replace(f" {expression} ", " ")
        for word in sorted(DEGREE[language].intersection(left.split())):
            yield Problem((*where, language), "degree-word", {"language": language, "word": word})


def check_terms(placed: Placed, terms: Sequence[Term]) -> Iterator[Problem]:
    """Name each whole word that the field says otherwise."""
    where, texts = placed
    for term in terms:
        if f" {folded(term.avoid)} " in f" {folded(texts.get(term.language, ''))} ":
            details = {"language": term.language, "avoid": term.avoid, "use": term.use}
            yield Problem((*where, term.language), "term-avoided", details)


def check_alike(named: Mapping[str, Placed]) -> Iterator[Problem]:
    """Name each behaviour that says the same as an earlier one of its competency."""
    for (earlier, (_, first)), (_, (where, second)) in combinations(named.items(), 2):
        for language in first.keys() & second.keys():
            if likeness(first[language], second[language]) >= ALIKE:
                details = {"language": language, "other": earlier}
                yield Problem((*where, language), "behaviours-alike", details)


def likeness(one: str, other: str) -> float:
    """Return the share of two texts' words that both have (Jaccard): 1 where they say the same."""
    first, second = set(words(one)), set(words(other))
    return len(first & second) / len(first | second) if first | second else 1.0


def check_average(behaviours: Sequence[Placed], where: Where) -> Iterator[Problem]:
    """Name each language in which behaviours are, on average, too long to be read in passing."""
    for language in LANGUAGES:
        counts = [len(words(texts[language])) for _, texts in behaviours if language in texts]
        if sum(counts) > LONGEST_AVERAGE * len(counts):
            average = f"{sum(counts) / len(counts):.1f}"
            details = {"language": language, "average": average, "most": str(LONGEST_AVERAGE)}
            yield Problem(where, "average-long", details)
