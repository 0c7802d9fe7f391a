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
from leadroom.accounts import queries as account_queries
from leadroom.accounts.models import Council, Role, RoleGrant, Unit, User
from leadroom.accounts.permissions import NotAllowed
from leadroom.home import urls as home_urls
from leadroom.kit import doors, tenancy
from leadroom.kit.doors import Waiting
from leadroom.people import actions, exports, permissions, queries
from leadroom.people.actions import role_profiles, sittings
from leadroom.people.models import NoteDraft, Rating, Sitting
from leadroom.people.views import roles

Fault = Callable[[], Any]


def manager_without_filter() -> Any:
    """Forget the council in the manager."""
    return patch.object(tenancy.CouncilManager, "get_queryset", models.Manager.get_queryset)


def base_manager_without_filter() -> Any:
    """Give one model back Django's own base manager."""
    plain: models.Manager[Rating] = models.Manager()
    plain.model = Rating
    return patch.dict(Rating._meta.__dict__, {"base_manager": plain})


def ratings_of_everybody() -> Any:
    """Show a person's ratings to everybody."""
    return patch.object(permissions, "visible_ratings", lambda actor: Rating.objects.all())


def drafts_of_everybody() -> Any:
    """Show what somebody is writing to everybody."""
    return patch.object(permissions, "visible_note_drafts", lambda actor: NoteDraft.objects.all())


def sittings_of_everybody() -> Any:
    """Take the newest sitting of the council for one's own."""
    return patch.object(permissions, "visible_sittings", lambda actor: Sitting.objects.order_by("-id"))


def one_role_too_many() -> Any:
    """Let executives change what a role asks for."""
    wide = (Role.ADMINISTRATOR, Role.DIGITAL_OFFICE, Role.EXECUTIVE)
    return patch.object(permissions, "may_adjust_role_profiles", lambda actor: actor.is_any(*wide))


def managers_administer() -> Any:
    """Let managers look after everybody."""
    wide = (Role.ADMINISTRATOR, Role.MANAGER)
    return patch("leadroom.accounts.permissions.may_administer", lambda actor: actor.is_any(*wide))


def route_without_sign_in() -> Any:
    """Let a view say that it needs no sign-in."""
    view = resolve(reverse("role_profiles")).func
    return patch.object(view, "login_required", False, create=True)


def view_without_require() -> Any:
    """Ask neither in the view nor in its action whether the person may."""
    both = ExitStack()
    both.enter_context(patch.object(roles, "require", lambda allowed: None))
    both.enter_context(patch.object(role_profiles, "require", lambda allowed: None))
    return both


def action_without_require() -> Any:
    """Forget to ask in an action on which its view relied."""
    return patch.object(role_profiles, "require", lambda allowed: None)


def page_without_its_guard() -> Any:
    """Open the council's pages to all its people."""
    return patch("leadroom.accounts.views.parts.require", lambda allowed: None)


def forbidden_instead_of_missing() -> Any:
    """Refuse what is not found, which says that it is there."""

    def find(request: Any, key: str) -> Any:
        if found := queries.role_profiles(request.actor).get(key):
            return found
        raise NotAllowed

    return patch.object(roles, "_find", find)


def hurried_answer() -> Any:
    """Look for an invitation only where there is such a council, and be done sooner where there is none."""
    look = account_queries.opened_invitation

    def hasty(council_key: str, token: str) -> Any:
        return look(council_key, token) if Council.objects.filter(key=council_key).exists() else None

    return patch.object(account_queries, "opened_invitation", hasty)


def roles_one_by_one() -> Any:
    """Ask for the roles of each person in a list by herself."""
    lines = account_queries._lines

    def slow(parts: Any) -> Any:
        return [line._replace(roles=_roles_of(line.key)) for line in lines(parts)]

    return patch.object(account_queries, "_lines", slow)


def sittings_one_by_one() -> Any:
    """Look up the sitting of each rating in a profile by itself."""
    whole = queries.my_profile

    def slow(actor: Any, *more: Any) -> Any:
        for sitting in Sitting.objects.filter(person=actor.person):
            sitting.ratings.count()
        return whole(actor, *more)

    return patch.object(queries, "my_profile", slow)


def export_of_everybody() -> Any:
    """Gather more than one council in an export."""
    whole = exports.json_of
    return patch.object(exports, "json_of", lambda actor: whole(actor) | {"councils": _names()})


def page_of_everybody() -> Any:
    """Greet somebody else on the start page."""
    ask = doors.ask

    def all_of_them(door: Any, actor: Any) -> list[Any]:
        greeting = [Waiting(str(list(User.objects.values_list("name", flat=True))), "/", "Go")]
        return greeting if door == "waiting" else ask(door, actor)

    return patch.object(doors, "ask", all_of_them)


def letter_of_everybody() -> Any:
    """Name other councils in a letter."""
    post = emails.post
    return patch.object(emails, "post", lambda to, subject, body: post(to, subject, f"{body} {_names()}"))


def log_of_everybody() -> Any:
    """Name other councils in a line of the log."""
    post = emails.post

    def talkative(to: str, subject: str, body: str) -> Any:
        structlog.get_logger("leadroom").warning("mail.posted", councils=_names())
        return post(to, subject, body)

    return patch.object(emails, "post", talkative)


def look_that_writes() -> Any:
    """Make a row when a page is looked at."""
    read = queries.role_profiles

    def counted(actor: Any) -> Any:
        Unit.objects.create(name="Seen")
        return read(actor)

    return patch.object(queries, "role_profiles", counted)


def session_goes_on() -> Any:
    """Keep the session from before at sign-in."""
    keep = patch.object(SessionBase, "cycle_key", lambda session: None)
    both = ExitStack()
    both.enter_context(keep)
    both.enter_context(
        patch("django.contrib.sessions.backends.db.SessionStore.cycle_key", lambda session: None)
    )
    return both


def choices_of_no_council() -> Any:
    """Fix a form's choices when its class is made."""
    return patch.object(account_forms.Person.base_fields["unit"], "_queryset", models.QuerySet(Unit))


def no_policy_header() -> Any:
    """Take away the middleware of the policy."""
    return override_settings(MIDDLEWARE=[name for name in settings.MIDDLEWARE if not name.startswith("csp.")])


def inline_allowed() -> Any:
    """Allow inline scripts, for one small one."""
    policy = {
        "DIRECTIVES": settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
        | {"script-src": ["'self'", "'unsafe-inline'"]}
    }
    return override_settings(CONTENT_SECURITY_POLICY=policy)


@contextmanager
def new_route() -> Iterator[None]:
    """Add a route, and say nowhere who may open it."""
    added = path("new/", lambda request: HttpResponse(), name="a_new_route")
    home_urls.urlpatterns.append(added)
    try:
        yield
    finally:
        home_urls.urlpatterns.remove(added)


@contextmanager
def council_outlives_its_block() -> Iterator[None]:
    """Forget to leave the council again."""
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
    """Set the council for the database's session, not for the transaction."""
    return patch.object(tenancy, "_say", lambda scope: _say(scope, is_local=False))


def outer_council_is_forgotten() -> Any:
    """Leave the database in a nested council after its block."""
    say, said = tenancy._say, []

    def once(scope: Any) -> None:
        # The second of two in a row is the one that goes back.
        said.append(scope)
        if len(said) < 3 or scope != said[-3]:
            say(scope)

    return patch.object(tenancy, "_say", once)


def last_answer_wins() -> Any:
    """Take an answer whether or not its form knew of the latest one."""
    answer = actions.answer

    def hasty(sitting: Any, *, by: Any, competency: str, seen: int, **more: Any) -> Any:
        lines = queries.own_ratings_of(by, competency)
        return answer(sitting, by=by, competency=competency, seen=lines[-1].number if lines else 0, **more)

    return patch.object(actions, "answer", hasty)


def token_is_forgotten() -> Any:
    """Forget which answers a form has made, and what stands."""
    return patch.object(sittings, "_standing_already", lambda *known, **more: None)


def _roles_of(key: str) -> list[str]:
    return list(RoleGrant.objects.filter(membership__key=key).values_list("role", flat=True))


def _names() -> list[str]:
    return list(Council.objects.values_list("name", flat=True))


def _say(scope: Any, *, is_local: bool) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('leadroom.council', %s, %s), set_config('leadroom.user', %s, %s)",
            [str(scope.council_id or ""), is_local, str(scope.user_id or ""), is_local],
        )
