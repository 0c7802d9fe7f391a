# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The record of what was done: each action adds its line."""

from typing import Any

from django.db import models

from leadroom.accounts.models import Actor, AuditEvent


def record(by: Actor | None, verb: str, thing: models.Model | None = None, **details: Any) -> None:
    """
    Write into the council's record who did what to what; never an answer or what someone wrote for herself.

    Without an Actor it was the operator at the command line.
    """
    AuditEvent.objects.create(
        by=by.membership if by else None,
        verb=verb,
        thing=(thing._meta.model_name or "") if thing else "",
        thing_key=str(getattr(thing, "key", "") or ""),
        details={name: str(value) for name, value in details.items()},
    )
