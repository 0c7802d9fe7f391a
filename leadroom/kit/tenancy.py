# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The wall between councils, in Python: a query knows its council, or it raises.

The database holds the second wall (`kit.walls`). The council is the one thing that is
in the air; who acts is always handed on openly as an `Actor`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple, TypeVar

from django.db import connection, models, transaction


class _Scope(NamedTuple):
    council_id: int | None
    user_id: int | None


_NOWHERE = _Scope(None, None)
_scope: ContextVar[_Scope] = ContextVar("council", default=_NOWHERE)
_Row = TypeVar("_Row", bound=models.Model)


class NoCouncil(RuntimeError):
    """A council's table was asked without saying which council."""


def current_council() -> int:
    """Return the id of the council in force, or raise NoCouncil."""
    council_id = _scope.get().council_id
    if council_id is None:
        raise NoCouncil("A council's table was queried outside `with council(…)`.")
    return council_id


@contextmanager
def council(council_id: int | None, *, user_id: int | None = None) -> Iterator[None]:
    """
    Hold every query inside to one council; on PostgreSQL also in the database.

    `user_id` lets a person read her own memberships before her council is known.
    The setting is local to the transaction opened here, so that a pooled
    connection never carries a council over to the next request.
    """
    before = _scope.get()
    scope = _Scope(council_id, user_id)
    token = _scope.set(scope)
    try:
        if connection.vendor == "postgresql":
            with _database_wall(scope, before):
                yield
        else:
            yield
    finally:
        _scope.reset(token)


@contextmanager
def _database_wall(scope: _Scope, before: _Scope) -> Iterator[None]:
    is_nested = connection.in_atomic_block
    with transaction.atomic():
        _say(scope)
        yield
        if is_nested:
            # The outer transaction goes on: its council must stand again.
            _say(before)


def _say(scope: _Scope) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('leadroom.council', %s, true), set_config('leadroom.user', %s, true)",
            [str(scope.council_id or ""), str(scope.user_id or "")],
        )


class CouncilManager(models.Manager[_Row]):
    """Begins every query at the council in force; without one it raises."""

    def get_queryset(self) -> models.QuerySet[_Row]:
        """Return the rows of the council in force, or raise NoCouncil."""
        return super().get_queryset().filter(council_id=current_council())

    def across_councils(self) -> models.QuerySet[_Row]:
        """
        Return rows of every council: for a user's own memberships, and nothing else.

        `tests/house` lists the few callers allowed.
        """
        return super().get_queryset()


class CouncilRow(models.Model):
    """
    A row that belongs to one council.

    Its table gets `Wall` in the migration that makes it; a link to another
    council's row is refused by the database itself.
    """

    council = models.ForeignKey(
        "accounts.Council", on_delete=models.CASCADE, related_name="+", editable=False
    )

    objects = CouncilManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the row, in the council in force unless it says its own."""
        if not self.council_id:
            self.council_id = current_council()
        super().save(*args, **kwargs)
