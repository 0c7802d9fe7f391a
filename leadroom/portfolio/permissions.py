# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Who sees and does what in the portfolio.

Everyone in a council sees what it must do, what it chose and the plan in force. Who keeps, moves and
decides follows from the rules of the track (`models/tracks.py`).
"""

import hashlib

from django.db.models import F, Q, QuerySet

from leadroom.accounts.models import Actor, Role
from leadroom.portfolio.models import (
    AmbitionLevel,
    CalendarLink,
    CapacityCell,
    CapacityChange,
    Deadline,
    Decision,
    EarlyQuestion,
    Freeze,
    Import,
    Initiative,
    Move,
    Plan,
    SavedView,
    Team,
    Terms,
    Track,
    Wait,
    rules_of,
)

STEERING = (Role.EXECUTIVE, Role.DIGITAL_OFFICE)


def visible_initiatives(actor: Actor) -> QuerySet[Initiative]:
    """Return the council's initiatives, to everyone in it."""
    return Initiative.objects.all()


def visible_deadlines(actor: Actor) -> QuerySet[Deadline]:
    """Return the history of deadlines, to everyone in the council."""
    return Deadline.objects.all()


def visible_moves(actor: Actor) -> QuerySet[Move]:
    """Return the moves between tracks, to everyone in the council."""
    return Move.objects.select_related("by__user")


def visible_waits(actor: Actor) -> QuerySet[Wait]:
    """Return what waits for what, to everyone in the council."""
    return Wait.objects.all()


def visible_levels(actor: Actor) -> QuerySet[AmbitionLevel]:
    """Return the ambition levels, to everyone in the council."""
    return AmbitionLevel.objects.all()


def visible_teams(actor: Actor) -> QuerySet[Team]:
    """Return the teams, to everyone in the council."""
    return Team.objects.all()


def visible_changes(actor: Actor) -> QuerySet[CapacityChange]:
    """Return the planned changes of teams, to everyone in the council."""
    return CapacityChange.objects.all()


def visible_cells(actor: Actor) -> QuerySet[CapacityCell]:
    """Return what was typed for teams' months, to everyone in the council."""
    return CapacityCell.objects.all()


def visible_freezes(actor: Actor) -> QuerySet[Freeze]:
    """Return the months in which nothing goes live, to everyone in the council."""
    return Freeze.objects.all()


def visible_terms(actor: Actor) -> QuerySet[Terms]:
    """Return the terms of planning, to everyone in the council."""
    return Terms.objects.all()


def visible_plans(actor: Actor) -> QuerySet[Plan]:
    """Return the plan in force to everyone in the council, and all plans to those who steer."""
    plans = Plan.objects.select_related("created_by__user")
    return plans if may_plan(actor) else plans.filter(is_in_force=True)


def visible_decisions(actor: Actor) -> QuerySet[Decision]:
    """Return what was decided, to everyone in the council."""
    return Decision.objects.select_related("by__user")


def visible_early_questions(actor: Actor) -> QuerySet[EarlyQuestion]:
    """Return the early questions to those who steer, and to a chief those that she was asked."""
    questions = EarlyQuestion.objects.select_related("chief__user", "initiative")
    return questions if may_plan(actor) else questions.filter(chief=actor.person)


def early_questions_opened_by(token: str) -> QuerySet[EarlyQuestion]:
    """Return the question that a link's token opens: who holds the letter needs no other right."""
    return EarlyQuestion.objects.select_related("initiative", "chief__user").filter(
        token_hash=token_hash(token)
    )


def visible_saved_views(actor: Actor) -> QuerySet[SavedView]:
    """Return this person's own saved views."""
    return SavedView.objects.filter(person=actor.person)


def visible_calendar_links(actor: Actor) -> QuerySet[CalendarLink]:
    """Return this person's own calendar address, if she has made one that still opens something."""
    return _living_calendar_links().filter(person=actor.person)


def calendar_links_opened_by(token: str) -> QuerySet[CalendarLink]:
    """Return the calendar address that a token opens: who holds it needs no other right."""
    return _living_calendar_links().select_related("person__user").filter(token_hash=token_hash(token))


def visible_imports(actor: Actor) -> QuerySet[Import]:
    """Return the files brought in, to those who may bring one in."""
    imports = Import.objects.select_related("by__user")
    return imports if may_import(actor) else imports.none()


def may_add(actor: Actor) -> bool:
    """Say whether the person may add initiatives."""
    return actor.is_any(*STEERING)


def may_keep(actor: Actor, initiative: Initiative) -> bool:
    """Say whether the person keeps this initiative's facts: by its track's rules, and who sponsors or leads it."""
    is_hers = actor.membership is not None and actor.membership.pk in {
        initiative.sponsor_id,
        initiative.lead_id,
    }
    return is_hers or not actor.roles.isdisjoint(initiative.rules.keepers)


def may_decide(actor: Actor, track: Track) -> bool:
    """Say whether the person may decide for a track: what it stops, and how ambitious it is."""
    return not actor.roles.isdisjoint(rules_of(track).deciders)


def may_move(actor: Actor) -> bool:
    """Say whether the person may move initiatives between tracks."""
    return actor.is_any(*STEERING)


def may_plan(actor: Actor) -> bool:
    """Say whether the person may search for plans and compare them."""
    return actor.is_any(*STEERING)


def may_decide_plan(actor: Actor) -> bool:
    """Say whether the person may bring a plan into force: the executive does."""
    return actor.is_any(Role.EXECUTIVE)


def may_set_capacity(actor: Actor) -> bool:
    """Say whether the person may set who can do how much."""
    return actor.is_any(*STEERING)


def may_import(actor: Actor) -> bool:
    """Say whether the person may bring in files and packs."""
    return actor.is_any(*STEERING)


def may_ask_early(actor: Actor) -> bool:
    """Say whether the person may ask chiefs early."""
    return actor.is_any(*STEERING)


def token_hash(token: str) -> str:
    """Return the hash of a link's token, which is all that is kept of it."""
    return hashlib.sha256(token.encode()).hexdigest()


def _living_calendar_links() -> QuerySet[CalendarLink]:
    # Whoever left and was let in again asks for a new one: the old address may be in hands that stayed outside.
    never_left = Q(person__returned_at=None)
    return CalendarLink.objects.filter(never_left | Q(made_at__gt=F("person__returned_at")))
