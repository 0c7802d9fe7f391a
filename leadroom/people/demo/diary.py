# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people of a demo's invented councils wrote for themselves over two years, as the pack tells it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from leadroom.accounts.demo import PACK, InventedCouncil, drawn_key
from leadroom.kit import packs
from leadroom.people.models import TEXTS, DiaryEntry, Evidence

Told = Mapping[str, Any]


def load(invented: InventedCouncil) -> list[str]:
    """Give an invented council its people's diaries and evidence; say how many."""
    told = packs.read(packs.folder_of(PACK) / "people" / f"{invented.key}.yaml")
    entries = [_entry(invented, code, each) for code, texts in told["diary"].items() for each in texts]
    evidence = [_evidence(invented, code, each) for code, texts in told["evidence"].items() for each in texts]
    DiaryEntry.objects.bulk_create(entries)
    Evidence.objects.bulk_create(evidence)
    return [
        f"{len(entries)} diary entries of {len(told['diary'])} people, {len(evidence)} pieces of evidence"
    ]


def _entry(invented: InventedCouncil, code: str, told: Told) -> DiaryEntry:
    chance = invented.chance(f"diary of {code} {told['days_ago']}")
    at = invented.moment(told["days_ago"], chance)
    return DiaryEntry(
        council=invented.council,
        key=drawn_key(chance),
        person=invented.people[code].person,
        happened_on=at.date(),
        **{name: told.get(name, "") for name in TEXTS},
        tags=told["tags"],
        token=UUID(int=chance.getrandbits(128), version=4),
        written_at=at,
    )


def _evidence(invented: InventedCouncil, code: str, told: Told) -> Evidence:
    chance = invented.chance(f"evidence of {code} {told['days_ago']}")
    at = invented.moment(told["days_ago"], chance)
    return Evidence(
        council=invented.council,
        key=drawn_key(chance),
        person=invented.people[code].person,
        competency=told["competency"],
        text=told["text"],
        origin=told["origin"],
        seen_on=at.date(),
        added_at=at,
    )
