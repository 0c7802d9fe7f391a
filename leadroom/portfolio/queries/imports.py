# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files on their way into the portfolio."""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from leadroom.accounts.models import Actor
from leadroom.kit.seen import fingerprint
from leadroom.portfolio import permissions
from leadroom.portfolio.models import Import, Initiative


def imports(actor: Actor) -> QuerySet[Import]:
    """Return the files that this person may see, the newest first, without their rows."""
    return permissions.visible_imports(actor).defer("rows", "undo")


def whole_import(actor: Actor) -> QuerySet[Import]:
    """Return the files with their rows."""
    return permissions.visible_imports(actor)


def everything(actor: Actor) -> list[Initiative]:
    """Return all initiatives, whatever their state: rows are matched against them."""
    return list(permissions.visible_initiatives(actor).select_related("sponsor__user", "lead__user", "unit"))


def remembered(actor: Actor, header: Sequence[str]) -> dict[str, str] | None:
    """Return how the columns of the last file with the same header were mapped."""
    last = imports(actor).filter(header=list(header)).first()
    return dict(last.mapping) if last else None


def state_of(there: Iterable[Initiative]) -> str:
    """Return a sign for the portfolio as it is: another once anything in it has changed."""
    return fingerprint({each.key: each.changed_at.isoformat() for each in there})
