# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ambition levels: set in one table for an initiative, or from a size's example values for several at once."""

from collections.abc import Mapping

from django.db import transaction

from leadroom.accounts.actions import record
from leadroom.accounts.models import Actor
from leadroom.accounts.permissions import require
from leadroom.kit.seen import is_news
from leadroom.portfolio import permissions, queries
from leadroom.portfolio.models import PLACE, AmbitionLevel, Initiative, Size
from leadroom.portfolio.queries import LevelFacts


@transaction.atomic
def set_levels(
    initiative: Initiative,
    levels: Mapping[str, LevelFacts],
    *,
    by: Actor,
    seen: str | None = None,
    examples: Mapping[str, LevelFacts] | None = None,
) -> None:
    """
    Set an initiative's levels; those left out are removed.

    Values are example values until somebody edits them: those that equal `examples`, or that were examples and
    are as they were. `seen` is the fingerprint of what the table showed. Raises ChangedMeanwhile.
    """
    held = Initiative.objects.select_for_update(no_key=True).get(pk=initiative.pk)
    require(permissions.may_keep(by, held))
    rows, teams = queries.levels_of(by, held), list(queries.teams(by))
    saved = queries.level_facts(rows)
    before, after = queries.typed_levels(saved, teams), queries.typed_levels(levels, teams)
    if not is_news(seen, saved=before, wanted=after):
        return
    marked = {row.kind for row in rows if row.is_example}
    is_example = {
        kind: (examples or {}).get(kind) == facts or (kind in marked and saved[kind] == facts)
        for kind, facts in levels.items()
    }
    AmbitionLevel.objects.filter(initiative=held).exclude(kind__in=levels).delete()
    for kind, facts in levels.items():
        AmbitionLevel.objects.update_or_create(
            initiative=held, kind=kind, defaults=_values(kind, facts) | {"is_example": is_example[kind]}
        )
    record(by, "portfolio.levels.set", held, levels=" ".join(levels))


@transaction.atomic
def apply_sizes(chosen: Mapping[str, Size], *, by: Actor) -> int:
    """Give initiatives without levels a size's example values; return how many got them."""
    teams = list(queries.teams(by))
    given = [each for each in queries.without_levels(by) if each.key in chosen]
    for each in given:
        require(permissions.may_keep(by, each))
    AmbitionLevel.objects.bulk_create(
        level for each in given for level in queries.example_levels(each, chosen[each.key], teams)
    )
    for each in given:
        record(by, "portfolio.levels.size_applied", each, size=chosen[each.key].key)
    return len(given)


def _values(kind: str, facts: LevelFacts) -> dict[str, object]:
    return {
        "place": PLACE[kind],
        "months": facts.months,
        "effort": {key: list(row) for key, row in facts.effort.items()},
        "running": dict(facts.running),
        "money": facts.money,
        "running_money": facts.running_money,
        "value": facts.value,
        "low": facts.low,
        "high": facts.high,
        "notes": facts.notes,
    }
