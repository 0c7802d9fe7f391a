# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""How far some people of a demo's invented councils are on their learning paths."""

from collections.abc import Mapping
from typing import Any

from leadroom.accounts.demo import PACK, InventedCouncil
from leadroom.kit import packs
from leadroom.people.models import StageProgress, learning_paths


def load(invented: InventedCouncil) -> list[str]:
    """Give people of an invented council the stages they have begun; say how many."""
    told = packs.read(packs.folder_of(PACK) / "people" / f"{invented.key}.yaml")["stages"]
    rows = [_row(invented, one) for one in told]
    StageProgress.objects.bulk_create(sorted(rows, key=lambda row: row.started_at))
    return [f"{len(rows)} stages of learning paths"]


def _row(invented: InventedCouncil, told: Mapping[str, Any]) -> StageProgress:
    chance = invented.chance(f"stage {told['stage']} of {told['person']}")
    started_at = invented.moment(told["days_ago"], chance)
    return StageProgress(
        council=invented.council,
        person=invented.people[told["person"]].person,
        path=told["path"],
        stage=told["stage"],
        pack=learning_paths().pack,
        note=told.get("note", ""),
        started_at=started_at,
        done_at=invented.moment(told["done_ago"], chance) if "done_ago" in told else None,
    )
