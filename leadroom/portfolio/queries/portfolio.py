# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The whole portfolio as a person looks at it: found, filtered, sorted, in three columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from leadroom.accounts.models import Actor
from leadroom.portfolio import permissions
from leadroom.portfolio.models import PLACE, Initiative, Plan, SavedView, Status, Track

SORTS: Mapping[str, tuple[str, ...]] = {
    "deadline": ("deadline", "title"),
    "title": ("title",),
    "source": ("source", "title"),
    "changed": ("-changed_at", "title"),
}
USUAL = "deadline"
OPEN = "open"
FILTERS = ("search", "track", "status", "source", "sort")


@dataclass(frozen=True, slots=True)
class Listed:
    """One initiative as a line: what it is, and where the plan in force puts it."""

    key: str
    title: str
    code: str
    track: str
    status: str
    source: str
    legal_basis: str
    way: str
    deadline: date | None
    slips: int
    levels: int
    lead: str
    level: str
    month: str
    is_late: bool


def listed(actor: Actor, plan: Plan | None, wanted: Mapping[str, str]) -> list[Listed]:
    """Return the initiatives asked for, in the order asked for; one statement."""
    rows = (
        _found(permissions.visible_initiatives(actor), wanted)
        .annotate(
            known=Count("deadlines", distinct=True), has_levels=Count("levels", distinct=True)
        )
        .values_list(
            "key", "title", "code", "track", "status", "source", "legal_basis", "way", "deadline",
            "known", "has_levels", "lead__user__name",
        )
    )  # fmt: skip
    choices = plan.choices if plan else {}
    today = timezone.localdate()
    return [_listed(row, choices.get(row[0], {}), today) for row in _sorted(rows, wanted)]


def sources(actor: Actor) -> list[str]:
    """Return who demands something of the council."""
    found = permissions.visible_initiatives(actor).exclude(source="")
    return list(found.order_by("source").values_list("source", flat=True).distinct())


def saved_views(actor: Actor) -> QuerySet[SavedView]:
    """Return this person's own ways of looking."""
    return permissions.visible_saved_views(actor)


def counts(actor: Actor) -> dict[str, int]:
    """Return how many open initiatives there are on each track."""
    found = permissions.visible_initiatives(actor).exclude(status__in=(Status.DONE, Status.DROPPED))
    by_track = dict(found.order_by().values_list("track").annotate(Count("pk")))
    return {track: by_track.get(track, 0) for track in Track.values}


def _found(rows: QuerySet[Initiative], wanted: Mapping[str, str]) -> QuerySet[Initiative]:
    for word in wanted.get("search", "").split():
        rows = rows.filter(
            Q(title__icontains=word)
            | Q(code__icontains=word)
            | Q(source__icontains=word)
            | Q(description__icontains=word)
        )
    if wanted.get("track") in Track.values:
        rows = rows.filter(track=wanted["track"])
    if wanted.get("source"):
        rows = rows.filter(source=wanted["source"])
    status = wanted.get("status") or OPEN
    if status in Status.values:
        return rows.filter(status=status)
    return rows.exclude(status__in=(Status.DONE, Status.DROPPED)) if status == OPEN else rows


def _sorted(
    rows: "QuerySet[Initiative, tuple[Any, ...]]", wanted: Mapping[str, str]
) -> "QuerySet[Initiative, tuple[Any, ...]]":
    names = SORTS.get(wanted.get("sort", ""), SORTS[USUAL])
    return rows.order_by(
        *(F(name).asc(nulls_last=True) if name == "deadline" else name for name in names), "pk"
    )


def _listed(row: tuple[Any, ...], choice: Mapping[str, str], today: date) -> Listed:
    key, title, code, track, status, source, basis, way, deadline, known, levels, lead = row
    is_open = status not in {Status.DONE, Status.DROPPED}
    return Listed(
        key, title, code, track, status, source, basis, way, deadline,
        slips=max(0, known - 1),
        levels=levels,
        lead=lead or "",
        level=choice.get("level", ""),
        month=choice.get("month", ""),
        is_late=bool(is_open and deadline and deadline < today),
    )  # fmt: skip


def place_of(level: str) -> int:
    """Return how high a level is, from 1; 0 for none."""
    return PLACE[level] + 1 if level in PLACE else 0
