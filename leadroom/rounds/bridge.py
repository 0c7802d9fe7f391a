# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A closed round's answers, made into what the core publishes, and that into plain values to keep."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from leadroom.rounds.models import Round

Read = Callable[[str, Any], int | None]
Rows = Sequence[tuple[str, Mapping[str, Any]]]


def published(round: Round, rows: Rows, read: Read) -> dict[str, Any]:  # noqa: A002 - the word of the field
    """Return what may be shown of a round: by its promise, from as many answers on as it takes."""
    return {"promise": round.promise, "items": {}}
