# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The demo: three invented councils, alike in every demo, and nothing real in them or touched by them."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from io import StringIO
from itertools import chain

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import models
from django.utils import timezone
from pytest_django.fixtures import Settings

from leadroom.accounts import demo, queries
from leadroom.accounts.models import (
    Actor,
    AuditEvent,
    Council,
    DemoPersona,
    Invitation,
    Membership,
    OutboxMail,
    Persona,
    Role,
    RoleGrant,
    Unit,
    User,
)
from leadroom.core.skills.profile import Line, Standing, profile
from leadroom.kit import packs
from leadroom.kit.tenancy import CouncilRow, council
from leadroom.people import queries as people
from leadroom.people.models import (
    Answer,
    CouncilRoleProfile,
    DiaryDraft,
    DiaryEntry,
    Evidence,
    FeedbackRound,
    Framework,
    MirrorSitting,
    NoteDraft,
    PlanAction,
    PlanChoice,
    PlanEvent,
    ProfileShare,
    Rating,
    RoleTarget,
    Scope,
    Sitting,
    Source,
    StageProgress,
    TeamMirror,
    pack_role_profiles,
    skills_map,
)
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
    Wait,
)
from leadroom.rounds.models import Answer as GivenAway
from leadroom.rounds.models import Draft, Invitee, Round

SATURDAY = date(2026, 1, 3)
WEDNESDAY = date(2026, 9, 30)
KEYS = ("elmevig", "ronnsunda", "larkenham")
IDENTITY_NUMBERS = re.compile(r"\b(\d{6}-?\d{4}|\d{8}-?\d{4}|[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D])\b")
# Where each council must carry its canary; elsewhere people of the demo wrote nothing.
FREE_TEXTS = {
    (Unit, "name"),
    (Membership, "title"),
    (Rating, "note"),
    (DiaryEntry, "what_happened"),
    (CouncilRoleProfile, "name"),
    (Invitation, "name"),
    (Invitation, "title"),
    (OutboxMail, "body"),
    (AuditEvent, "details"),
}

pytestmark = pytest.mark.django_db


def load(today: date = WEDNESDAY) -> None:
    demo.load(today=today, progress=lambda _text: None)


def told(key: str) -> dict[str, object]:
    return packs.read(packs.folder_of("demo") / "councils" / f"{key}.yaml")


def here(key: str) -> Council:
    return Council.objects.get(key=key)


def persona(key: str, code: str) -> Actor:
    return queries.actor_of(DemoPersona.objects.get(code=code).membership.user)


def council_tables() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if issubclass(model, CouncilRow)]


def texts(model: type[models.Model]) -> Iterator[tuple[str, str]]:
    kinds = (models.CharField, models.TextField, models.JSONField)
    for field in model._meta.get_fields():
        if isinstance(field, kinds):
            yield from (
                (field.name, str(value)) for value in model.objects.values_list(field.name, flat=True)
            )


def rows(key: str) -> dict[str, list[tuple[object, ...]]]:
    """Return all that a demo council holds, in the order it was written, without what databases count."""
    of = {
        Membership: ("key", "user__email", "user__name", "unit__key", "title", "is_active", "joined_at"),
        RoleGrant: ("membership__key", "role"),
        Unit: ("key", "name", "manager__key"),
        DemoPersona: ("membership__key", "code", "order"),
        Invitation: ("key", "token_hash", "email", "name", "roles", "created_at", "expires_at"),
        OutboxMail: ("key", "to", "subject", "body", "created_at"),
        AuditEvent: ("at", "by__key", "verb", "thing", "thing_key", "details"),
        Sitting: ("key", "person__key", "scope", "role_profile", "pack", "started_at", "finished_at"),
        Rating: (
            "person__key",
            "sitting__key",
            "competency",
            "number",
            "answer",
            "note",
            "token",
            "rated_at",
        ),
        DiaryEntry: (
            "key",
            "person__key",
            "happened_on",
            "what_happened",
            "surprise",
            "next_time",
            "tags",
            "token",
            "written_at",
        ),
        DiaryDraft: ("person__key", "typed", "saved_at"),
        Evidence: ("key", "person__key", "competency", "text", "origin", "seen_on"),
        FeedbackRound: ("key", "person__key", "manager__key", "round__key", "competencies", "made_at"),
        TeamMirror: ("key", "name", "way", "round__key", "topics", "made_at"),
        MirrorSitting: ("key", "person__key", "team__key", "answers", "started_at"),
        Round: ("key", "closes_on", "opened_at", "closed_at", "published"),
        Invitee: ("key", "round__key", "person__key", "group", "has_answered"),
        Draft: ("invitee__key", "answers", "answer_id"),
        GivenAway: ("round__key", "answers"),
        PlanAction: (
            "key",
            "person__key",
            "will_be_able",
            "state",
            "by_on",
            "review_on",
            "made_at",
            "changed_at",
            "shared_with__key",
            "shared_at",
            "suggested_at",
            "started_at",
            "ended_at",
            "reminded_on",
            "evidence__key",
            "token",
        ),
        PlanEvent: ("action__key", "by__key", "what", "text", "changes", "at"),
        PlanChoice: ("person__key", "is_reminded"),
        ProfileShare: ("person__key", "shared_with__key", "shared_at"),
        NoteDraft: ("person__key", "competency", "text", "saved_at"),
        StageProgress: ("person__key", "path", "stage", "note", "started_at", "done_at"),
        Framework: ("key", "code", "version", "filename", "created_at", "kept_at"),
        CouncilRoleProfile: ("key", "name", "based_on"),
        RoleTarget: ("role_profile", "competency", "low", "high", "weight"),
        Initiative: (
            "key",
            "track",
            "status",
            "title",
            "deadline",
            "way",
            "taken_over_by__key",
            "lead__key",
            "created_at",
        ),
        Deadline: ("initiative__key", "day", "known_on", "said_by"),
        Move: ("initiative__key", "to_track", "at"),
        Wait: ("before__key", "after__key", "months"),
        EarlyQuestion: ("key", "initiative__key", "chief__key", "timing", "asked_at", "answered_at"),
        AmbitionLevel: ("initiative__key", "kind", "months", "effort", "running", "value"),
        Team: ("key", "name", "kind", "staff"),
        CapacityChange: ("key", "team__key", "month", "people"),
        CapacityCell: ("team__key", "month", "effort"),
        Freeze: ("key", "name", "first_month", "last_month"),
        Terms: ("first_month", "months"),
        Plan: ("key", "name", "choices", "figures", "problem", "created_at", "is_in_force"),
        Decision: ("key", "what", "reason", "before", "after", "decided_on", "created_at"),
        CalendarLink: ("person__key", "token_hash", "made_at"),
        SavedView: ("key", "person__key", "name", "query"),
        Import: ("key", "filename", "counts", "created_at"),
    }
    assert set(of) == set(council_tables())
    with council(here(key).pk):
        return {
            model.__name__: list(model.objects.order_by("id").values_list(*fields))
            for model, fields in of.items()
        }


def moments(key: str) -> list[datetime]:
    found = chain.from_iterable(chain.from_iterable(rows(key).values()))
    return [timezone.localtime(value) for value in found if isinstance(value, datetime)]


def standings(actor: Actor, sitting: int) -> tuple[Standing, ...]:
    """Return the person's profile as it stood after that many sittings."""
    done = set(
        Sitting.objects.filter(person=actor.person)
        .order_by("started_at")
        .values_list("id", flat=True)[:sitting]
    )
    lines = (
        Line(rating.competency, Answer(rating.answer).level, rating.sitting_id)
        for rating in people.own_ratings(actor)
        if rating.sitting_id in done
    )
    return profile(lines, skills_map().keys, pack_role_profiles()["service-manager"].targets)


@pytest.mark.sqlite
def test_each_council_has_about_forty_people_in_units_with_line_managers():
    load()

    for key in KEYS:
        with council(here(key).pk):
            members = Membership.objects.filter(is_active=True)
            units = Unit.objects.all()
            managers = Membership.objects.filter(manages__isnull=False, grants__role=Role.MANAGER)
            assert 38 <= members.count() <= 44
            assert 8 <= units.count() <= 10
            assert managers.distinct().count() == units.count()
            assert all(unit.manager.unit_id == unit.pk for unit in units)
            assert {grant.role for grant in RoleGrant.objects.all()} == set(Role.values)
            assert RoleGrant.objects.filter(role=Role.ADMINISTRATOR).count() == 1


@pytest.mark.sqlite
def test_people_have_no_password_and_an_address_that_leads_nowhere():
    load()

    users = User.objects.all()

    assert not any(user.has_usable_password() for user in users)
    assert all(user.email.endswith(".example") for user in users)
    assert {council.is_demo for council in queries.demo_councils()} == {True}


@pytest.mark.sqlite
def test_who_one_can_be_is_there_in_each_council():
    load()

    wanted = set(Persona.values) - {Persona.FACILITATOR}
    assert [{persona.code for persona in demo.personas} for demo in queries.demo_people()] == [wanted] * 3


@pytest.mark.sqlite
def test_most_people_have_profiled_themselves_and_some_wrote_why():
    load()

    for key in KEYS:
        with council(here(key).pk):
            ratings = Rating.objects.all()
            notes = ratings.exclude(note="")
            by_person = Sitting.objects.values("person").annotate(count=models.Count("id"))
            assert 28 <= by_person.count() <= 34
            assert {1, 2, 3} <= {row["count"] for row in by_person} <= {1, 2, 3, 4}
            assert 0.12 <= notes.count() / ratings.count() <= 0.18
            assert set(ratings.values_list("answer", flat=True)) == set(Answer.values)


@pytest.mark.sqlite
def test_the_danish_service_manager_has_begun_nothing():
    load()

    with council(here("elmevig").pk):
        manager = persona("elmevig", "SERVICE_MANAGER")
        assert people.last_sitting(manager) is None
        assert people.own_ratings(manager) == []
        assert AuditEvent.objects.filter(by=manager.person).count() == 0


@pytest.mark.sqlite
def test_the_swedish_service_manager_is_halfway_through_a_scan():
    load()

    with council(here("ronnsunda").pk):
        manager = persona("ronnsunda", "SERVICE_MANAGER")
        sitting = people.open_sitting(manager)
        assert sitting.scope == Scope.SCAN
        assert len(people.own_ratings(manager)) == 6
        assert NoteDraft.objects.get().person == manager.person


@pytest.mark.sqlite
def test_the_british_service_manager_has_grown_over_two_years():
    load()

    with council(here("larkenham").pk):
        manager = persona("larkenham", "SERVICE_MANAGER")
        sittings = Sitting.objects.filter(person=manager.person, scope=Scope.FULL, finished_at__isnull=False)
        at_target = [
            sum(standing.is_at_target for standing in standings(manager, sitting)) for sitting in (1, 2, 3)
        ]
        assert sittings.count() == Sitting.objects.filter(person=manager.person).count() == 3
        assert at_target == sorted(set(at_target))


@pytest.mark.sqlite
def test_service_managers_and_a_few_others_have_kept_a_diary():
    load()

    for key in KEYS:
        with council(here(key).pk):
            manager = persona(key, "SERVICE_MANAGER")
            own = people.diary(manager).found
            assert 6 <= len(own) <= 15
            assert len({entry.person_id for entry in DiaryEntry.objects.all()}) == 3
            known = {tag for entry in DiaryEntry.objects.all() for tag in entry.tags} & set(skills_map().keys)
            assert all(set(entry.tags) & known for entry in DiaryEntry.objects.all())
            assert own[-1].written_at.date() <= WEDNESDAY - timedelta(days=600)
            assert Evidence.objects.filter(person=manager.person, origin=Evidence.Origin.DIARY).exists()


@pytest.mark.sqlite
def test_plans_run_over_two_years_and_something_waits_for_a_line_manager():
    load()

    for key in KEYS:
        with council(here(key).pk):
            plans = PlanAction.objects.all()
            assert set(plans.values_list("state", flat=True)) >= {"DRAFT", "DOING", "DONE"}
            assert people.plan_waits(persona(key, "SERVICE_MANAGER")).to_agree
            assert min(plans.values_list("made_at", flat=True)).date() < WEDNESDAY - timedelta(days=450)
            followed = people.my_plan(persona(key, "HEAD_OF_DIGITAL")).followed
            assert followed.due_done >= 1
            assert all(move.after is not None for move in followed.moves)


def test_a_demo_is_the_same_every_time():
    load()
    before = {key: rows(key) for key in KEYS}
    demo.forget(progress=lambda _text: None)

    load()

    assert {key: rows(key) for key in KEYS} == before


def test_loading_twice_changes_nothing():
    load()
    before = {key: rows(key) for key in KEYS}

    load(today=WEDNESDAY + timedelta(days=40))

    assert {key: rows(key) for key in KEYS} == before


@pytest.mark.sqlite
def test_what_happened_moves_with_the_day():
    load(WEDNESDAY - timedelta(weeks=30))
    before = {key: moments(key) for key in KEYS}
    demo.forget(progress=lambda _text: None)

    load(WEDNESDAY)

    for key in KEYS:
        moved = [moment.replace(tzinfo=None) + timedelta(weeks=30) for moment in before[key]]
        assert moved == [moment.replace(tzinfo=None) for moment in moments(key)]


@pytest.mark.sqlite
@pytest.mark.parametrize("today", [SATURDAY, WEDNESDAY])
def test_everything_happened_in_working_hours_before_today(today: date):
    load(today)

    for key in KEYS:
        with council(here(key).pk):
            still_open = {timezone.localtime(made.expires_at) for made in Invitation.objects.all()}
        happened = [moment for moment in moments(key) if moment not in still_open]
        assert all(moment.date() < today and moment.weekday() < 5 for moment in happened)
        assert all(8 <= moment.hour < 18 for moment in happened)
        assert min(happened).date() <= today - timedelta(days=730)


@pytest.mark.sqlite
def test_one_invitation_is_open_and_one_expired():
    load(timezone.localdate())

    for key in KEYS:
        with council(here(key).pk):
            assert sorted(made.is_open for made in Invitation.objects.all()) == [False, True]


@pytest.mark.sqlite
def test_answers_of_a_person_are_numbered_as_they_were_given():
    load()

    for key in KEYS:
        with council(here(key).pk):
            for competency in skills_map().keys:
                by_person: dict[int, list[int]] = {}
                for rating in Rating.objects.filter(competency=competency, source=Source.SELF).order_by(
                    "rated_at"
                ):
                    by_person.setdefault(rating.person_id, []).append(rating.number)
                assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in by_person.values())


def test_canaries_are_in_every_free_text_of_their_council_and_in_no_other():
    load()

    canaries = {key: str(told(key)["canary"]) for key in KEYS}
    for key in KEYS:
        others = [canary for other, canary in canaries.items() if other != key]
        with council(here(key).pk):
            found = {(model, name, text) for model in council_tables() for name, text in texts(model)}
        assert {(model, name) for model, name, text in found if canaries[key] in text} >= FREE_TEXTS
        assert [text for _model, _name, text in found if any(canary in text for canary in others)] == []


def test_canaries_are_nowhere_else_in_the_packs():
    folder = packs.folder_of("demo")

    for key in KEYS:
        canary = str(told(key)["canary"])
        files = [path for path in folder.parent.rglob("*.yaml") if canary in path.read_text(encoding="utf-8")]
        assert sorted(files) == [folder / "councils" / f"{key}.yaml", folder / "people" / f"{key}.yaml"]


def test_no_national_identity_number_is_told():
    files = packs.folder_of("demo").rglob("*.yaml")

    assert [path.name for path in files if IDENTITY_NUMBERS.search(path.read_text(encoding="utf-8"))] == []


def test_no_council_of_this_name_exists():
    real = (packs.folder_of("directory") / "councils.csv").read_text(encoding="utf-8").casefold()

    assert [key for key in KEYS if str(told(key)["name"]).split()[0].casefold() in real] == []


def test_councils_own_role_profiles_and_targets_are_in_force():
    load()

    for key in KEYS:
        with council(here(key).pk):
            profiles = people.role_profiles(persona(key, "HEAD_OF_DIGITAL"))
            assert sum(profile.is_own for profile in profiles.values()) == 1
            known = {target.competency for target in RoleTarget.objects.all()}
            assert known <= set(skills_map().keys)
            assert any(profile.is_adjusted for profile in profiles.values()) == bool(known)


def test_nothing_is_invented_or_deleted_outside_a_demo(settings: Settings):
    load()
    settings.DEMO = False

    with pytest.raises(CommandError, match="not a demo"):
        call_command("load_demo")
    with pytest.raises(CommandError, match="not a demo"):
        call_command("load_demo", fresh=True)

    assert queries.demo_councils().count() == 3


def test_fresh_begins_anew_and_leaves_real_councils_alone(fjordby: Council, bo: Actor):
    load()
    with council(here("elmevig").pk):
        guest = persona("elmevig", "EMPLOYEE").user
    with council(fjordby.pk):
        Membership.objects.create(user=guest)
    said = StringIO()

    call_command("load_demo", fresh=True, stdout=said)

    with council(fjordby.pk):
        assert set(Membership.objects.values_list("user_id", flat=True)) >= {bo.user.pk, guest.pk}
    assert queries.demo_councils().count() == 3
    assert User.objects.filter(email=guest.email).get() == guest
    assert "Elmevig Kommune …" in said.getvalue().splitlines()
