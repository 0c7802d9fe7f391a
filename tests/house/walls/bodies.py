# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
What to post to each route: the least that it takes.

A form that would be refused for what it lacks hides a missing permission; so each route
that takes a POST has its body here, and the access table says what becomes of it.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from leadroom.accounts import queries as accounts
from leadroom.accounts.models import Council, Membership, Unit
from leadroom.kit.seen import fingerprint
from leadroom.kit.tenancy import council
from leadroom.people import queries as people
from leadroom.people.models import skills_map
from leadroom.portfolio import forms as portfolio_forms
from leadroom.portfolio import pictures
from leadroom.portfolio import queries as portfolio
from leadroom.portfolio.models import Initiative, Team
from tests.house.walls import development, mirrors, plans
from tests.house.walls.towns import Town

Body = Callable[[Town], dict[str, Any]]
TEAM_FACTS = (
    "name", "kind", "staff", "line_work", "absence", "reserved_foundations", "reserved_experiments", "floor", "weight",
)  # fmt: skip
NEVER_SENT = str(UUID(int=7))


def _targets(town: Town) -> dict[str, Any]:
    area = skills_map().areas[0]
    parts = {"low": 1, "high": 3, "weight": 2}
    typed = {f"{part}-{c.key}": value for c in area.competencies for part, value in parts.items()}
    with council(town.council.pk):
        steering = town.people["administrator"]
        targets = people.role_profiles(steering)[town.things["role_profile"]].targets
        return typed | {"seen": fingerprint(people.as_shown(targets, (c.key for c in area.competencies)))}


def _person(town: Town) -> dict[str, Any]:
    with council(town.council.pk):
        seen = _seen(Membership.objects.get(key=town.things["member"]))
    return {"roles": ["EMPLOYEE"], "title": "Clerk", "unit": town.things["unit"], "seen": seen}


def _unit(town: Town) -> dict[str, Any]:
    with council(town.council.pk):
        seen = _seen(Unit.objects.get(key=town.things["unit"]))
    return {"name": "Anew", "manager": town.things["member"], "seen": seen}


def _settings(town: Town) -> dict[str, Any]:
    return {"name": "Anew", "language": "en", "seen": _seen(Council.objects.get(pk=town.council.pk))}


def _colour(town: Town) -> dict[str, Any]:
    return {"hue": "200", "seen": fingerprint({"hue": Council.objects.get(pk=town.council.pk).hue})}


def _seen(thing: Membership | Unit | Council) -> str:
    """Return what a form carries that shows the thing as it is now; without it, a save comes too late (409)."""
    return fingerprint(accounts.as_shown(thing))


def _initiative(town: Town) -> dict[str, Any]:
    with council(town.council.pk):
        held = Initiative.objects.get(key=town.things["initiative"])
        seen = fingerprint(portfolio.as_typed(held, portfolio_forms.fields_of(held.track)))
    return {"title": "Anew", "source": "The state", "legal_basis": "LAW", "seen": seen}


TEAM = {
    "name": "Anew", "kind": "DATA", "staff": "2", "line_work": "10", "absence": "10",
    "reserved_foundations": "0", "reserved_experiments": "0", "floor": "0", "weight": "1",
}  # fmt: skip


def _team(town: Town) -> dict[str, Any]:
    with council(town.council.pk):
        held = Team.objects.get(key=town.things["team"])
    return TEAM | {"seen": fingerprint({name: getattr(held, name) for name in TEAM_FACTS})}


def _capacity(town: Town) -> dict[str, Any]:
    with council(town.council.pk):
        steering = town.people["digital_office"]
        calendar = portfolio.calendar_of(portfolio.terms(steering))
        shown = portfolio.shown_sheet(portfolio.sheet(steering, calendar), calendar)
        seen = portfolio_forms.carried_sheet(shown)
    return {f"c-{town.things['team']}-0": "3.5", "seen": seen}


def _terms(town: Town) -> dict[str, Any]:
    with council(town.council.pk):
        seen = fingerprint(pictures.terms_facts(portfolio.terms(town.people["digital_office"])))
    return {"first_month": "2027-04-01", "months": "24", "is_by_month": "True", "seen": seen}


def _levels(town: Town) -> dict[str, Any]:
    with council(town.council.pk):
        steering = town.people["digital_office"]
        held = Initiative.objects.get(key=town.things["initiative"])
        facts = portfolio.level_facts(portfolio.levels_of(steering, held))
        seen = fingerprint(portfolio.typed_levels(facts, list(portfolio.teams(steering))))
    return {"months-LEGAL_MINIMUM": "3", "months-USABLE": "6", "seen": seen}


def _same(**values: Any) -> Body:
    return lambda town: values


BODIES: dict[str, Body] = {
    "account_change_password": _same(oldpassword="x", password1="y", password2="y"),
    "account_login": _same(login="nobody@example.org", password="not-the-password"),
    "account_logout": _same(),
    "account_reauthenticate": _same(password="a-long-password"),
    "account_reset_password": _same(email="nobody@example.org"),
    "account_reset_password_from_key": _same(password1="x", password2="x"),
    "account_set_password": _same(password1="x", password2="x"),
    "open_feedback": lambda town: {
        "competencies": list(skills_map().keys[:8]),
        "colleagues": "",
        "language": "en",
        "closes_on": (timezone.localdate() + timedelta(days=10)).isoformat(),
        "talk_name": "MUS",
    },
    "propose_feedback": _same(talk_name="MUS"),
    "open_overview": lambda town: {"closes_on": timezone.localdate() + timedelta(days=21), "fewest": 5},
    "call_off_overview": _same(),
    "add_to_overview": _same(),
    "stay_out_of_overview": _same(),
    "share_profile": _same(),
    "take_profile_back": _same(),
    "offer_development": _same(competency=skills_map().keys[0], offer="A place on a course"),
    "decline_proposal": _same(),
    "close_feedback": _same(),
    "call_off_feedback": _same(),
    "learning_stage": _same(note="half a thought"),
    "start_stage": _same(),
    "reopen_stage": _same(),
    "leave_stage": _same(),
    "look_again": _same(),
    "mirror_question": _same(**mirrors.UNANSWERED),
    "delete_mirror_sitting": _same(),
    "open_mirror": mirrors.small_team,
    "team_mirror_question": _same(**mirrors.UNANSWERED),
    "send_team_mirror": _same(),
    "decline_team_mirror": _same(),
    "close_team_mirror": _same(),
    "call_off_team_mirror": _same(),
    "pick_topics": _same(topics=mirrors.QUESTIONS[1].key),
    "rate_competency": _same(answer="WORKING", seen="0"),
    "send_ratings": _same(),
    "decline_rating": _same(),
    "add_role_profile": _same(name_en="Champion", based_on="employee"),
    "adjust_role_profile": _targets,
    "change_role_profile": _same(role_profile="executive"),
    "council_colour": _colour,
    "council_deactivate": _same(),
    "council_delete_unit": _same(),
    "council_invitations": lambda town: {
        "email": "new@example.org",
        "name": "New",
        "roles": ["EMPLOYEE"],
        "language": "en",
        "unit": town.things["unit"],
    },
    "council_link": _same(row=""),
    "council_person": _person,
    "council_reactivate": _same(),
    "council_resend": _same(),
    "council_send_again": _same(),
    "council_settings": _settings,
    "council_unit": _unit,
    "council_units": _same(name="Anew"),
    "council_withdraw": _same(),
    "decide_plan": lambda town: {"name": "Plan", "reason": "It fits", "instead_of": town.things["in_force"]},
    "demo_step_in": _same(),
    "find_plan": _same(name="Anew"),
    "add_plan_action": lambda town: {
        "origin": "BLANK",
        "token": NEVER_SENT,
        **development.action(town),
    },
    "agree_plan_action": development.agreed,
    "begin_plan_action": _same(excerpt="I lost the thread", competency=""),
    "change_plan_action": development.action,
    "drop_plan_action": _same(reason="Something else matters more"),
    "finish_plan_action": _same(evidence="I asked", answer="WORKING", seen="1", token=NEVER_SENT),
    "keep_plan_action": _same(),
    "plan_letters": _same(is_reminded="no"),
    "reopen_plan_action": _same(),
    "review_plan_action": lambda _town: {"note": "Well", "review_on": development.ahead(14), "seen": "0"},
    "share_plan_action": _same(),
    "start_plan_action": _same(),
    "suggest_plan_action": _same(text="Begin smaller"),
    "take_back_plan_action": _same(),
    "finish_profiling": _same(),
    "join": _same(name="New", language="en", password=""),
    "bring_map": _same(),
    "keep_map": _same(version="2", seen=""),
    "drop_map": _same(),
    "keep_note": _same(text="half a thought", version="1", seen="0"),
    "mfa_activate_totp": _same(code="000000"),
    "mfa_add_webauthn": _same(name="Key", credential="{}"),
    "mfa_authenticate": _same(code="000000"),
    "mfa_deactivate_totp": _same(),
    "mfa_edit_webauthn": _same(name="Anew"),
    "mfa_generate_recovery_codes": _same(),
    "mfa_login_webauthn": _same(credential="{}"),
    "mfa_reauthenticate": _same(code="000000"),
    "mfa_reauthenticate_webauthn": _same(credential="{}"),
    "mfa_remove_webauthn": _same(),
    "my_account": _same(name="Anew", language="en"),
    "my_council": _same(),
    "my_other_sessions": _same(),
    "keep_diary_change": _same(what_happened="half a thought", draft="1"),
    "keep_diary_draft": _same(what_happened="half a thought", draft="1"),
    "keep_evidence": _same(text="Done", seen_on="2026-01-05"),
    "delete_diary": _same(),
    "delete_diary_entry": _same(),
    "promote_diary_entry": _same(excerpt="Done", competency=skills_map().keys[0]),
    "remove_evidence": _same(),
    "write_diary": _same(what_happened="Anew", happened_on="2026-01-05", token=NEVER_SENT),
    # What was shown is somebody else's entry: each person has one of her own.
    "change_diary_entry": _same(
        what_happened="Anew", happened_on="2026-01-05", token=NEVER_SENT, seen="another"
    ),
    "question": _same(answer="WORKING", note="", seen="0", token=NEVER_SENT),
    "redraw_plan": _same(),
    "remove_plan": _same(),
    "retire_role_profile": _same(),
    "set_aside_profiling": _same(),
    "set_language": _same(language="en"),
    "stop_plan": _same(),
    "start_profiling": _same(role_profile="employee", scope="SCAN"),
    "try_way_out": _same(),
    "what_if": plans.what_if,
    "widen_profiling": _same(),
    "add_initiative": _same(title="Anew", source="The state", legal_basis="LAW"),
    "change_initiative": _initiative,
    "choose_way": _same(way="LOWEST"),
    # What was shown is another plan's: a decision on it is refused, whoever may decide.
    "decide_ambition": _same(name="Lower it", reason="Room", instead_of="another", mark="another"),
    "forget_view": _same(),
    "bulk_levels": _same(rest="small"),
    "levels": _levels,
    "let_go_ahead": _same(),
    "let_wait": lambda town: {"before": town.things["other_initiative"], "months": "1", "least_level": "0"},
    "move_deadline": _same(day="2027-11-01", known_on="2026-01-01", said_by="KL"),
    "move_initiative": _same(reason="It is a foundation"),
    "portfolio_bulk": lambda town: {"key": [town.things["initiative"]], "status": "RUNNING"},
    "save_view": _same(name="Anew", query=""),
    "early": lambda town: {"chief": town.people["executive"].person.key},
    "ask_early": _same(),
    "take_away_chief": _same(),
    "answer_early": _same(timing="In spring", ambition="", resources=""),
    "asked_early": _same(timing="In spring", ambition="", resources=""),
    "calendar": _same(),
    "stop_calendar": _same(),
    "import_file": _same(),
    "import_page": _same(**{"column-0": "title"}),
    "import_bring_in": _same(),
    "import_undo": _same(),
    "take": _same(key="single-unique-identifier"),
    "take_news": _same(),
    "capacity": _capacity,
    "capacity_undo": _same(),
    "add_team": _same(**TEAM),
    "team": _team,
    "remove_team": _same(),
    "plan_change": _same(month="2027-03-01", people="-1", reason="A joint IT organisation"),
    "forget_change": _same(),
    "use_preset": _same(preset="office_small"),
    "terms": _terms,
    "add_freeze": _same(name="Election", first_month="2027-10-01", last_month="2027-11-01"),
    "remove_freeze": _same(),
    "set_status": _same(status="RUNNING"),
}


def body(route: str, town: Town) -> dict[str, Any]:
    """Return what to post to a route; nothing where it takes no POST."""
    return BODIES.get(route, _same())(town)
