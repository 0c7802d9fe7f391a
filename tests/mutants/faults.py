# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The faults: what a tired person might write, patched into the running house."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

import structlog
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.db import connection, models
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path, resolve, reverse

from leadroom.accounts import emails
from leadroom.accounts import forms as account_forms
from leadroom.accounts.models import Council, Role, Unit, User
from leadroom.accounts.permissions import NotAllowed
from leadroom.home import urls as home_urls
from leadroom.kit import doors, tenancy
from leadroom.kit.doors import Waiting
from leadroom.people import actions, exports, permissions, queries
from leadroom.people.models import NoteDraft, Profiling, Rating
from leadroom.people.views import roles

Fault = Callable[[], Any]


def manager_without_filter() -> Any:
    """The manager forgets the council."""
    return patch.object(tenancy.CouncilManager, "get_queryset", models.Manager.get_queryset)


def base_manager_without_filter() -> Any:
    """One model goes back to Django's own base manager."""
    plain: models.Manager[Rating] = models.Manager()
    plain.model = Rating
    return patch.dict(Rating._meta.__dict__, {"base_manager": plain})


def ratings_of_everybody() -> Any:
    """A person's ratings are no longer hers alone."""
    return patch.object(permissions, "visible_ratings", lambda actor: Rating.objects.all())


def drafts_of_everybody() -> Any:
    """What others are writing is no longer theirs alone."""
    return patch.object(permissions, "visible_note_drafts", lambda actor: NoteDraft.objects.all())


def sittings_of_everybody() -> Any:
    """The newest sitting of the council is taken for one's own."""
    return patch.object(permissions, "visible_profilings", lambda actor: Profiling.objects.order_by("-id"))


def one_role_too_many() -> Any:
    """Executives may change what a role asks for."""
    wide = (Role.ADMINISTRATOR, Role.DIGITAL_OFFICE, Role.EXECUTIVE)
    return patch.object(permissions, "may_adjust_role_profiles", lambda actor: actor.is_any(*wide))


def managers_administer() -> Any:
    """Managers look after everybody."""
    wide = (Role.ADMINISTRATOR, Role.MANAGER)
    return patch("leadroom.accounts.permissions.may_administer", lambda actor: actor.is_any(*wide))


def route_without_sign_in() -> Any:
    """A view says that it needs no sign-in."""
    view = resolve(reverse("role_profiles")).func
    return patch.object(view, "login_required", False, create=True)


def view_without_require() -> Any:
    """Neither the view nor its action asks whether the person may."""
    both = ExitStack()
    both.enter_context(patch.object(roles, "require", lambda allowed: None))
    both.enter_context(patch.object(actions, "require", lambda allowed: None))
    return both


def action_without_require() -> Any:
    """An action forgets to ask, and its view had relied on it."""
    return patch.object(actions, "require", lambda allowed: None)


def page_without_its_guard() -> Any:
    """The council's pages are open to all its people."""
    return patch("leadroom.accounts.views.parts.require", lambda allowed: None)


def forbidden_instead_of_missing() -> Any:
    """What is not found is refused instead: so it is there."""

    def find(request: Any, key: str) -> Any:
        if found := queries.role_profiles(request.actor).get(key):
            return found
        raise NotAllowed

    return patch.object(roles, "_find", find)


def export_of_everybody() -> Any:
    """An export gathers more than one council."""
    whole = exports.json_of
    return patch.object(exports, "json_of", lambda actor: whole(actor) | {"councils": _names()})


def page_of_everybody() -> Any:
    """The start page greets somebody else."""
    ask = doors.ask

    def all_of_them(door: Any, actor: Any) -> list[Any]:
        greeting = [Waiting(str(list(User.objects.values_list("name", flat=True))), "/", "Go")]
        return greeting if door == "waiting" else ask(door, actor)

    return patch.object(doors, "ask", all_of_them)


def letter_of_everybody() -> Any:
    """A letter names other councils."""
    post = emails.post
    return patch.object(emails, "post", lambda to, subject, body: post(to, subject, f"{body} {_names()}"))


def log_of_everybody() -> Any:
    """A line of the log holds what belongs to nobody there."""
    post = emails.post

    def talkative(to: str, subject: str, body: str) -> Any:
        structlog.get_logger("leadroom").warning("mail.posted", councils=_names())
        return post(to, subject, body)

    return patch.object(emails, "post", talkative)


def look_that_writes() -> Any:
    """A page makes a row when it is looked at."""
    read = queries.role_profiles

    def counted(actor: Any) -> Any:
        Unit.objects.create(name="Seen")
        return read(actor)

    return patch.object(queries, "role_profiles", counted)


def session_goes_on() -> Any:
    """Sign-in keeps the session that was there before."""
    keep = patch.object(SessionBase, "cycle_key", lambda session: None)
    both = ExitStack()
    both.enter_context(keep)
    both.enter_context(patch("django.contrib.sessions.backends.db.SessionStore.cycle_key", lambda session: None))
    return both


def choices_of_no_council() -> Any:
    """A form's choices are fixed when its class is made."""
    return patch.object(account_forms.Person.base_fields["unit"], "_queryset", models.QuerySet(Unit))


def no_policy_header() -> Any:
    """The middleware of the policy is taken away."""
    return override_settings(MIDDLEWARE=[name for name in settings.MIDDLEWARE if not name.startswith("csp.")])


def inline_allowed() -> Any:
    """Somebody needed one small script in a page."""
    policy = {"DIRECTIVES": settings.CONTENT_SECURITY_POLICY["DIRECTIVES"] | {"script-src": ["'self'", "'unsafe-inline'"]}}
    return override_settings(CONTENT_SECURITY_POLICY=policy)


@contextmanager
def new_route() -> Iterator[None]:
    """A route is added and nobody says who may open it."""
    added = path("new/", lambda request: HttpResponse(), name="a_new_route")
    home_urls.urlpatterns.append(added)
    try:
        yield
    finally:
        home_urls.urlpatterns.remove(added)


@contextmanager
def council_outlives_its_block() -> Iterator[None]:
    """Python forgets to leave the council again."""
    with patch.object(tenancy, "_scope", _Sticky(tenancy._scope)):
        yield
    tenancy._scope.set(tenancy._NOWHERE)


class _Sticky:
    """A context variable that cannot be reset."""

    def __init__(self, variable: Any) -> None:
        self.get, self.set = variable.get, variable.set

    def reset(self, token: Any) -> None:
        """Leave everything as it is."""


def council_outlives_its_transaction() -> Any:
    """The database's setting is for the session, not for the transaction."""
    return patch.object(tenancy, "_say", lambda scope: _say(scope, is_local=False))


def outer_council_is_forgotten() -> Any:
    """After a nested council the database stays in it."""
    say, said = tenancy._say, []

    def once(scope: Any) -> None:
        # The second of two in a row is the one that goes back.
        said.append(scope)
        if len(said) < 3 or scope != said[-3]:
            say(scope)

    return patch.object(tenancy, "_say", once)


def last_answer_wins() -> Any:
    """Nobody looks whether the form knew of the latest answer."""
    answer = actions.answer

    def hasty(profiling: Any, *, by: Any, competency: str, seen: int, **more: Any) -> Any:
        lines = queries.own_ratings_of(by, competency)
        return answer(profiling, by=by, competency=competency, seen=lines[-1].number if lines else 0, **more)

    return patch.object(actions, "answer", hasty)


def token_is_forgotten() -> Any:
    """The form's token is not the form's own."""
    return patch.object(actions, "_made_by_form", lambda ratings, token: None)


def _names() -> list[str]:
    return list(Council.objects.values_list("name", flat=True))


def _say(scope: Any, *, is_local: bool) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('leadroom.council', %s, %s), set_config('leadroom.user', %s, %s)",
            [str(scope.council_id or ""), is_local, str(scope.user_id or ""), is_local],
        )
