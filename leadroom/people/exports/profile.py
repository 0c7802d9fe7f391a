# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person's profile in open formats; the headers are codes, the same in every language."""

from collections.abc import Iterable
from typing import Any

from django.utils.timezone import localtime

from leadroom.accounts.models import Actor
from leadroom.people import permissions, queries
from leadroom.people.exports.diary import diary_json
from leadroom.people.exports.feedback import rounds_about_me, rounds_led, said_by_me
from leadroom.people.exports.mirror import mirror_of_a_person, mirrors_opened
from leadroom.people.exports.plan import plan_of_a_person, said_about_others
from leadroom.people.models import Answer, Source, skills_map

CSV_HEADER = (
    "domain",
    "area",
    "competency",
    "name",
    "answer",
    "level",
    "role_profile",
    "target_low",
    "target_high",
    "weight",
    "gap",
    "change",
    "note",
    "rated_on",
    "pack",
)


def csv_rows(actor: Actor, mine: queries.MyProfile) -> Iterable[tuple[Any, ...]]:
    """Return one row per competency, in map order."""
    backgrounds = queries.backgrounds(actor)
    for standing in mine.standings:
        competency, area = skills_map().by_key[standing.competency], skills_map().area_of[standing.competency]
        rating, target = mine.ratings.get(standing.competency), standing.target
        behind = backgrounds.get(standing.competency)
        yield (
            area.domain,
            area.key,
            competency.key,
            str(competency.name),
            rating.answer if rating else "NOT_ASKED",
            standing.level,
            mine.role_profile.key,
            target.low if target else None,
            target.high if target else None,
            target.weight if target else None,
            standing.gap if standing.level is not None else None,
            standing.change,
            behind.note if behind else "",
            localtime(behind.rated_at).date().isoformat() if behind else "",
            behind.pack if behind else "",
        )


def json_of(actor: Actor) -> dict[str, Any]:
    """Return the whole ledger of a person's own ratings, with her sittings."""
    ratings = queries.own_ratings(actor)
    return {
        "format": "leadroom-profile",
        "version": 1,
        "name": actor.user.name,
        "council": actor.council.name if actor.council else "",
        "sittings": [
            {
                "key": sitting.key,
                "scope": sitting.scope,
                "role_profile": sitting.role_profile,
                "pack": sitting.pack,
                "started_at": sitting.started_at.isoformat(),
                "finished_at": sitting.finished_at.isoformat() if sitting.finished_at else None,
            }
            for sitting in permissions.visible_sittings(actor).order_by("started_at")
        ],
        "ratings": [
            {
                "competency": rating.competency,
                "answer": rating.answer,
                "level": Answer(rating.answer).level,
                "source": rating.source,
                "number": rating.number,
                "note": rating.note,
                "pack": rating.pack,
                "rated_at": rating.rated_at.isoformat(),
            }
            for rating in ratings
        ],
    }


def personal_data(actor: Actor) -> Iterable[dict[str, Any]]:
    """Return all that this room keeps about a person, for her own file."""
    drafts = permissions.visible_note_drafts(actor)
    return [
        json_of(actor)
        | {
            "note_drafts": [{"competency": d.competency, "text": d.text} for d in drafts],
            "evidence": list(
                permissions.visible_evidence(actor).values("competency", "text", "origin", "seen_on")
            ),
            "feedback_rounds": rounds_about_me(actor),
            "feedback_rounds_led": rounds_led(actor),
            "said_in_feedback_rounds": said_by_me(actor),
            "diary": diary_json(actor),
            "mirror": mirror_of_a_person(actor),
            "mirrors_opened": mirrors_opened(actor),
            "confirmed": [
                {
                    "competency": rating.competency,
                    "answer": rating.answer,
                    "note": rating.note,
                    "rated_at": rating.rated_at.isoformat(),
                }
                for rating in permissions.visible_ratings(actor).filter(source=Source.MANAGER)
            ],
            "maps_brought": list(
                permissions.visible_frameworks(actor)
                .filter(created_by=actor.person)
                .values("code", "version", "filename", "created_at", "kept_at")
            ),
            "plan": plan_of_a_person(actor),
            "plan_letters": list(permissions.visible_plan_choices(actor).values("is_reminded")),
            "profile_shared_with": list(
                permissions.visible_profile_shares(actor)
                .filter(person=actor.person)
                .values("shared_with__user__name", "shared_at")
            ),
            "profiles_shared_with_me": list(
                permissions.visible_profile_shares(actor)
                .filter(shared_with=actor.person)
                .values("person__user__name", "shared_at")
            ),
            "said_about_plans": said_about_others(actor),
            "stages": list(
                permissions.visible_stage_progress(actor).values(
                    "path", "stage", "pack", "note", "started_at", "done_at"
                )
            ),
        }
    ]
