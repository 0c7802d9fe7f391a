# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Feedback rounds in a person's own file: those about her, and what she said of others by name."""

from typing import Any

from leadroom.accounts.models import Actor
from leadroom.people import permissions
from leadroom.people.models import FeedbackRound, Rating, Source


def rounds_about_me(actor: Actor) -> list[dict[str, Any]]:
    """Return the rounds about a person, with what was revealed to her."""
    mine = permissions.visible_feedback_rounds(actor).filter(person=actor.person)
    ratings = permissions.visible_round_ratings(actor).filter(person=actor.person)
    said: dict[int, list[Rating]] = {}
    for rating in ratings:
        said.setdefault(rating.feedback_round_id or 0, []).append(rating)
    return [_round(one, said.get(one.pk, [])) for one in mine]


def rounds_led(actor: Actor) -> list[dict[str, Any]]:
    """Return the rounds that a person leads as a manager: whom they are about, and when they talk."""
    led = permissions.visible_feedback_rounds(actor).filter(manager=actor.person)
    return [
        _frame(one) | {"about": one.person.user.name}
        for one in led.select_related("person__user").order_by("made_at", "id")
    ]


def said_by_me(actor: Actor) -> list[dict[str, Any]]:
    """Return what a person said of her people's competencies, as their manager."""
    given = permissions.visible_round_ratings(actor).filter(rater=actor.person).exclude(source=Source.SELF)
    return [
        _said(rating) | {"about": rating.person.user.name} for rating in given.select_related("person__user")
    ]


def _round(feedback: FeedbackRound, ratings: list[Rating]) -> dict[str, Any]:
    asked = feedback.round
    return _frame(feedback) | {
        "closed_at": asked.closed_at.isoformat() if asked and asked.closed_at else None,
        "manager": feedback.manager.user.name if feedback.manager else "",
        "ratings": [_said(rating) for rating in ratings],
        "colleagues": asked.published if asked else {},
    }


def _frame(feedback: FeedbackRound) -> dict[str, Any]:
    return {
        "key": feedback.key,
        "made_at": feedback.made_at.isoformat(),
        "talk_name": feedback.talk_name,
        "talk_on": feedback.talk_on.isoformat() if feedback.talk_on else None,
        "competencies": feedback.competencies,
        "role_profile": feedback.role_profile,
        "pack": feedback.pack,
    }


def _said(rating: Rating) -> dict[str, Any]:
    return {
        "competency": rating.competency,
        "source": rating.source,
        "answer": rating.answer,
        "note": rating.note,
        "rated_at": rating.rated_at.isoformat(),
    }
