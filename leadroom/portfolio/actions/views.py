# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person's own saved views of the portfolio."""

from django.db import transaction

from leadroom.accounts.models import Actor
from leadroom.portfolio import permissions
from leadroom.portfolio.models import SavedView

MOST = 20


class TooManyViews(Exception):
    """A person keeps at most twenty views."""


@transaction.atomic
def save_view(name: str, query: str, *, by: Actor) -> SavedView:
    """Keep a way of looking under a name; the same name again replaces it. Raises TooManyViews."""
    mine = permissions.visible_saved_views(by)
    if mine.count() >= MOST and not mine.filter(name=name).exists():
        raise TooManyViews
    saved, _is_new = SavedView.objects.update_or_create(
        person=by.person, name=name, defaults={"query": query}
    )
    return saved


@transaction.atomic
def forget_view(view: SavedView, *, by: Actor) -> None:
    """Forget a saved view."""
    permissions.visible_saved_views(by).filter(pk=view.pk).delete()
