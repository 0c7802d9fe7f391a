# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A table on its way into the portfolio: what becomes of each row.

Rows are matched by code, else by exact title. What a row says nothing of stays as it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.utils.translation import gettext as _

from leadroom.portfolio.bridge.columns import Known, in_words, name_of, read_row
from leadroom.portfolio.models import Initiative, Status, Track, rules_of


class Fate(Enum):
    """What becomes of a row."""

    NEW = "NEW"
    CHANGED = "CHANGED"
    SKIPPED = "SKIPPED"
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Line:
    """
    One row: its number in the file, its fate, and what is wrong with it.

    `facts` are what it says by the initiative's attributes; `changed` are those that differ from what is
    there, and `changes` tells of them in words (field, before, after).
    """

    number: int
    fate: Fate
    title: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    changes: tuple[tuple[str, str, str], ...] = ()
    problems: tuple[str, ...] = ()
    key: str = ""


def lines(
    rows: Iterable[Sequence[Any]],
    mapping: Mapping[str, str],
    there: Sequence[Initiative],
    track: Track,
    known: Known,
) -> list[Line]:
    """Return what becomes of each row (its number first); `track` is for new rows that name none."""
    table = _Table(there, mapping, track, known)
    return [table.line(row[0], row[1]) for row in rows]


class _Table:
    """What rows are laid beside: the portfolio as it is, and the rows before."""

    def __init__(
        self, there: Sequence[Initiative], mapping: Mapping[str, str], track: Track, known: Known
    ) -> None:
        self.mapping, self.track, self.known = mapping, track, known
        self.by_code = {each.code.casefold(): each for each in there if each.code}
        self.by_title: dict[str, list[Initiative]] = {}
        for each in there:
            self.by_title.setdefault(each.title.casefold(), []).append(each)
        # What rows before this one are about, and the codes that they give.
        self.taken: dict[tuple[str, str], int] = {}

    def line(self, number: int, cells: Sequence[Any]) -> Line:
        facts, problems = read_row(cells, self.mapping, self.known)
        title, code = str(facts.get("title", "")), str(facts.get("code", ""))
        meant = self._meant(title.casefold(), code.casefold())
        found = meant[0] if len(meant) == 1 else None
        if len(meant) > 1:
            problems.append(_("Several initiatives are called this: say by its code which one is meant"))
        elif not title and not found:
            problems.append(_("Title: give it one"))
        problems += self._again(number, found, title.casefold(), code.casefold())
        if found is None:
            facts = {"track": self.track.value, **facts}
        problems += _against_rules(facts, found)
        if problems:
            return Line(number, Fate.WRONG, title or str(found or ""), problems=tuple(problems))
        if found is None:
            return Line(number, Fate.NEW, title, facts)
        changed = tuple(name for name, value in facts.items() if getattr(found, name) != value)
        changes = tuple(self._change(found, name, facts[name]) for name in changed)
        fate = Fate.CHANGED if changed else Fate.SKIPPED
        return Line(number, fate, found.title, facts, changed, changes, key=found.key)

    def _meant(self, title: str, code: str) -> list[Initiative]:
        if code and code in self.by_code:
            return [self.by_code[code]]
        return self.by_title.get(title, [])

    def _again(self, number: int, found: Initiative | None, title: str, code: str) -> list[str]:
        """Return what another row says already: one initiative, or one code, stands in one row only."""
        marks = [("it", found.key)] if found else [("title", title)] if title and not code else []
        marks += [("code", code)] if code else []
        before = [self.taken[mark] for mark in marks if mark in self.taken]
        for mark in [*marks, ("title", title)]:
            self.taken.setdefault(mark, number)
        return [_("The same as row %(number)s") % {"number": min(before)}] if before else []

    def _change(self, found: Initiative, name: str, value: Any) -> tuple[str, str, str]:
        return (
            name_of(name),
            in_words(name, getattr(found, name), self.known),
            in_words(name, value, self.known),
        )


def _against_rules(facts: Mapping[str, Any], found: Initiative | None) -> list[str]:
    track = Track(facts.get("track") or (found.track if found else Track.MANDATED))
    problems = []
    if found and facts.get("track", found.track) != found.track:
        problems.append(_("Track: move it on its own page, where the reason is asked for"))
    if facts.get("status") == Status.DROPPED and not rules_of(track).may_be_dropped:
        problems.append(_("Status: a mandated solution cannot be dropped"))
    if facts.get("status") == Status.DONE and not (
        facts.get("who_changes") or getattr(found, "who_changes", "")
    ):
        problems.append(_("Status: not done before it says who will work differently"))
    missing = [
        name for name in rules_of(track).required if not facts.get(name) and not getattr(found, name, None)
    ]
    if missing:
        problems.append(
            _("%(track)s: fill in %(fields)s")
            % {"track": track.label, "fields": ", ".join(name_of(name) for name in missing)}
        )
    return problems
