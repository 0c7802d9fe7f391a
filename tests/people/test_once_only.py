# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Once only, and never silently over another's head.

Fifty equal posts at once have one effect and one answer; two tabs, however they take turns, either
find what they were told is saved in the ledger, or are told that it is not.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connections
from django.http import HttpResponse
from django.test import Client
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from leadroom.accounts.actions.invitations import open_invitation
from leadroom.accounts.models import Actor, AuditEvent, Council, Membership, Role, User
from leadroom.kit.tenancy import council
from leadroom.people import actions, queries
from leadroom.people.models import Answer, NoteDraft, Rating, Scope, Sitting, skills_map
from tests.conftest import join

AT_ONCE = 50
FIRST, SECOND = skills_map().keys[:2]
URL = f"/people/profiling/question/{FIRST}/"


@pytest.fixture
def bo(transactional_db: None) -> Actor:
    """Return Bo in a council whose rows are committed."""
    here = Council.objects.create(key="fjordby", name="Fjordby Kommune", country="DK", language="da")
    return join(here, "Bo")


@pytest.fixture
def sitting(bo: Actor) -> Sitting:
    """Return Bo's open full profile."""
    with council(bo.person.council_id, user_id=bo.user.pk):
        return actions.start(by=bo, scope=Scope.FULL, role_profile="employee")


def window(actor: Actor | None) -> Callable[[], Client]:
    """Return a maker of windows that share one session."""
    client = Client()
    if actor is not None:
        client.force_login(actor.user)
        session = client.session
        session["is_secured"] = True
        session.save()
    key = client.cookies.get(settings.SESSION_COOKIE_NAME)

    def opened() -> Client:
        another = Client(raise_request_exception=False)
        if key is not None:
            another.cookies[settings.SESSION_COOKIE_NAME] = key.value
        return another

    return opened


def at_once(actor: Actor | None, url: str, typed: dict[str, Any], **headers: str) -> list[HttpResponse]:
    """Send the same form fifty times, all at the same moment."""
    opened, start = window(actor), Barrier(AT_ONCE)

    def send(_: int) -> HttpResponse:
        client = opened()
        start.wait()
        try:
            return client.post(url, typed, headers=headers)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(send, range(AT_ONCE)))


def test_fifty_equal_answers_are_one(bo: Actor, sitting: Sitting) -> None:
    typed = {"answer": "WORKING", "note": "once", "seen": "0", "token": str(uuid4())}

    answers = at_once(bo, URL, typed, Accept="application/json")

    said = Counter(
        (answer.status_code, answer.json().get("seen"), answer.json().get("said")) for answer in answers
    )
    assert list(said.values()) == [AT_ONCE]
    assert next(iter(said))[:2] == (200, 1)
    with council(bo.person.council_id):
        assert [(rating.number, rating.note) for rating in Rating.objects.all()] == [(1, "once")]


def test_fifty_equal_answers_without_script_all_go_on(bo: Actor, sitting: Sitting) -> None:
    typed = {"answer": "WORKING", "note": "once", "seen": "0", "token": str(uuid4())}

    answers = at_once(bo, URL, typed)

    with council(bo.person.council_id):
        assert Rating.objects.count() == 1
    assert len({(answer.status_code, answer["Location"]) for answer in answers}) == 1
    assert answers[0].status_code == 302


def test_fifty_starts_are_one_sitting(bo: Actor) -> None:
    answers = at_once(bo, "/people/profiling/start/", {"role_profile": "employee", "scope": "SCAN"})

    with council(bo.person.council_id):
        assert Sitting.objects.count() == 1
    assert {answer.status_code for answer in answers} == {302}


def test_fifty_equal_notes_are_one(bo: Actor, sitting: Sitting) -> None:
    answers = at_once(bo, f"{URL}note/", {"text": "half a thought", "version": "0", "seen": "0"})

    assert {answer.status_code for answer in answers} == {200}
    assert {answer.json()["version"] for answer in answers} == {1}
    with council(bo.person.council_id):
        assert [draft.text for draft in NoteDraft.objects.all()] == ["half a thought"]


def test_fifty_finishes_are_one(bo: Actor, sitting: Sitting) -> None:
    with council(bo.person.council_id):
        actions.answer(sitting, by=bo, competency=FIRST, answer=Answer.AWARE, note="", seen=0, token=uuid4())

    answers = at_once(bo, "/people/profiling/finish/", {})

    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(302, "/people/profile/")}
    with council(bo.person.council_id):
        assert Sitting.objects.get().finished_at is not None


def test_fifty_acceptances_make_one_member(bo: Actor) -> None:
    here = bo.person.council
    with council(here.pk):
        _, token = open_invitation(email="new@fjordby.example", roles=[Role.EMPLOYEE], language="da")

    answers = at_once(None, f"/join/{here.key}/{token}/", {"name": "Nina", "language": "da", "password": ""})

    # The first goes in; the rest are told that the link has been used.
    assert Counter(answer.status_code for answer in answers)[302] >= 1
    assert {answer.status_code for answer in answers} <= {302, 410}
    assert User.objects.filter(email="new@fjordby.example").count() == 1
    with council(here.pk):
        assert Membership.objects.filter(user__email="new@fjordby.example").count() == 1
        assert AuditEvent.objects.filter(verb="accounts.invitation.accepted").count() == 1


class Tab:
    """One of two tabs: it knows what its form knew when it was opened, and what it was told."""

    def __init__(self, actor: Actor, client: Client) -> None:
        self.actor, self.client = actor, client
        self.forms: dict[str, dict[str, Any]] = {}
        self.sent: dict[str, dict[str, Any]] = {}
        self.told: dict[str, int] = {}

    def open(self, key: str) -> None:
        """Know what the page would say, without drawing it."""
        with council(self.actor.person.council_id):
            sitting = queries.open_sitting(self.actor)
            asked = queries.question(self.actor, sitting, key) if sitting else None
        self.forms[key] = {"seen": asked.seen if asked else 0, "token": str(uuid4())}

    def say(self, key: str, answer: str, note: str) -> HttpResponse:
        if key not in self.forms:
            self.open(key)
        response = self.send(key, {"answer": answer, "note": note, **self.forms[key]})
        self.told[key] = response.status_code
        if response.status_code == 200:
            told = response.json()
            self.forms[key] = {"seen": told["seen"], "token": told["token"]}
        return response

    def send(self, key: str, typed: dict[str, Any]) -> HttpResponse:
        self.sent[key] = typed
        return self.client.post(
            f"/people/profiling/question/{key}/", typed, headers={"Accept": "application/json"}
        )


steps = st.lists(
    st.tuples(
        st.sampled_from([0, 1]),
        st.sampled_from(["open", "say", "again"]),
        st.sampled_from([FIRST, SECOND]),
        st.sampled_from(["AWARE", "WORKING", "LEADING", "RATHER_NOT"]),
        st.sampled_from(["", "one", "two"]),
    ),
    min_size=2,
    max_size=8,
)


Line = tuple[str, int, str, str]


def ledger(actor: Actor) -> list[Line]:
    """Return what stands, line by line."""
    with council(actor.person.council_id):
        return [(r.competency, r.number, r.answer, r.note) for r in queries.own_ratings(actor)]


def interleaved(actor: Actor, walk: list[tuple[int, str, str, str, str]]) -> Iterator[str]:
    """Let two tabs take turns, and yield every answer that was lost, doubled or written over."""
    opened = window(actor)
    tabs = [Tab(actor, opened()), Tab(actor, opened())]
    for turn, (which, act, key, answer, note) in enumerate(walk):
        tab, before = tabs[which], ledger(actor)
        if act == "open":
            tab.open(key)
        elif act == "say":
            response = tab.say(key, answer, note)
            yield from (
                f"turn {turn}: {wrong}"
                for wrong in _judged(tab.sent[key], response, key, before, ledger(actor))
            )
        elif key in tab.sent:
            again = tab.send(key, tab.sent[key]).status_code
            if ledger(actor) != before or (tab.told[key] == 200 and again != 200):
                yield f"turn {turn}: sent again, it was told {again} or added again"


def _judged(
    typed: dict[str, Any], response: HttpResponse, key: str, before: list[Line], after: list[Line]
) -> Iterator[str]:
    stood, stands = _latest(before, key), _latest(after, key)
    if after[: len(before)] != before:
        yield "a line of the ledger was changed"
    if response.status_code == 200 and stands[2:] != (typed["answer"], typed["note"]):
        yield f"told that it is saved, but {stands} stands"
    if after != before and stood[1] != int(typed["seen"]):
        yield f"written over {stood}, which the tab had never seen"
    if response.status_code == 409 and after != before:
        yield "told that it is not saved, but it is"
    if response.status_code not in (200, 409):
        yield f"answered {response.status_code}"


def _latest(lines: list[Line], key: str) -> Line:
    return next((line for line in reversed(lines) if line[0] == key), (key, 0, "", ""))


@pytest.mark.django_db
class TwoTabs(TestCase):
    """A hundred ways in which two tabs can take turns."""

    @hypothesis_settings(max_examples=100)
    @given(steps)
    def test_no_answer_is_lost_in_silence(self, walk: list[tuple[int, str, str, str, str]]) -> None:
        here = Council.objects.create(name="Here", country="DK")
        bo = join(here, "Bo")
        with council(here.pk, user_id=bo.user.pk):
            actions.start(by=bo, scope=Scope.FULL, role_profile="employee")

        assert list(interleaved(bo, walk)) == []
