# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Two people at the same thing: who saves second is told, and nothing is overwritten in silence.

A form carries a fingerprint of the values it showed. The action that saves holds it
against what is stored, under its lock: if that is not what was shown, nothing is changed.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

LENGTH = 16
Values = Mapping[str, Any]


class ChangedMeanwhile(Exception):
    """The thing was changed after the form showed it; `saved` is what stands now."""

    def __init__(self, saved: Values) -> None:
        """Keep what is saved, as the form would show it."""
        super().__init__()
        self.saved = saved


def fingerprint(values: Values) -> str:
    """Return a short sign for what a form shows; other values, another sign."""
    plain = json.dumps(dict(values), sort_keys=True, default=str)
    return hashlib.sha256(plain.encode()).hexdigest()[:LENGTH]


def is_news(seen: str | None, *, saved: Values, wanted: Values) -> bool:
    """
    Say whether what is wanted differs from what is saved; call it under the lock that the write holds.

    `seen` is the form's fingerprint, None for one who has seen no form (a command, a demo).
    Raises ChangedMeanwhile if there is news, but the form showed something else than is saved.
    """
    if dict(saved) == dict(wanted):
        return False
    if seen is not None and seen != fingerprint(saved):
        raise ChangedMeanwhile(saved)
    return True
