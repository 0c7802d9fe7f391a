# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every route there is, found by walking the resolver, and the ids that lead to something on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, get_resolver, reverse

from leadroom.people.models import leaders_mirror, learning_paths, skills_map
from leadroom.ui.theme import fingerprint
from tests.house.walls.towns import Town

# Ids that lead to something of one council: a thing of the town.
OF_A_COUNCIL = {
    ("join", "council_key"): "council",
    ("join", "token"): "token",
    ("my_council", "council_key"): "council",
    ("council_person", "key"): "member",
    ("council_deactivate", "key"): "member",
    ("council_reactivate", "key"): "former",
    ("council_resend", "key"): "invitation",
    ("council_withdraw", "key"): "invitation",
    ("council_unit", "key"): "unit",
    ("council_delete_unit", "key"): "empty_unit",
    ("council_send_again", "key"): "letter",
    ("map_version", "key"): "framework",
    ("keep_map", "key"): "framework",
    ("drop_map", "key"): "framework",
    ("map_case_zip", "key"): "framework",
    ("map_case", "key"): "framework",
    ("map_wide", "key"): "framework",
    ("map_wide_xlsx", "key"): "framework",
    ("map_moodle", "key"): "framework",
    ("role_profile", "key"): "role_profile",
    ("adjust_role_profile", "key"): "role_profile",
    ("retire_role_profile", "key"): "role_profile",
    ("propose_feedback", "member"): "member",
    ("feedback_round", "key"): "feedback",
    ("decline_proposal", "key"): "proposal",
    ("close_feedback", "key"): "open_feedback",
    ("call_off_feedback", "key"): "open_feedback",
    ("rate_feedback", "key"): "open_feedback",
    ("talk", "key"): "feedback",
    ("talk_pdf", "key"): "feedback",
    ("rate", "council_key"): "council",
    ("rate", "token"): "rater_token",
    ("rate_competency", "council_key"): "council",
    ("rate_competency", "token"): "rater_token",
    ("send_ratings", "council_key"): "council",
    ("send_ratings", "token"): "rater_token",
    ("decline_rating", "council_key"): "council",
    ("decline_rating", "token"): "rater_token",
    **{
        (name, "key"): "team_mirror"
        for name in ("team_mirror", "pick_topics", "mirror_agenda", "mirror_agenda_pdf")
    },
    ("team_mirror_question", "key"): "open_team_mirror",
    ("send_team_mirror", "key"): "open_team_mirror",
    ("decline_team_mirror", "key"): "open_team_mirror",
    ("close_team_mirror", "key"): "open_team_mirror",
    ("call_off_team_mirror", "key"): "open_team_mirror",
    ("agree_plan_action", "key"): "shared_action",
    ("suggest_plan_action", "key"): "shared_action",
    ("initiative", "key"): "initiative",
    ("change_initiative", "key"): "initiative",
    ("move_deadline", "key"): "initiative",
    ("set_status", "key"): "initiative",
    ("choose_way", "key"): "initiative",
    ("move_initiative", "key"): "initiative",
    ("let_wait", "key"): "initiative",
    ("take_news", "key"): "initiative",
    ("team", "key"): "team",
    ("remove_team", "key"): "spare_team",
    ("plan_change", "key"): "team",
    ("forget_change", "key"): "capacity_change",
    ("remove_freeze", "key"): "freeze",
    ("early", "key"): "initiative",
    ("ask_early", "key"): "early_question",
    ("take_away_chief", "key"): "early_question",
    ("answer_early", "key"): "early_question",
    ("asked_early", "council_key"): "council",
    ("asked_early", "token"): "early_token",
    ("calendar_feed", "council_key"): "council",
    ("calendar_feed", "token"): "calendar_token",
    ("triage_initiative", "key"): "initiative",
    ("import_page", "key"): "import",
    ("import_bring_in", "key"): "import",
    ("import_undo", "key"): "import",
    ("let_go_ahead", "key"): "initiative",
    ("let_go_ahead", "before"): "other_initiative",
    ("levels", "key"): "initiative",
    ("decision", "key"): "decision",
    ("decision_pdf", "key"): "decision",
    ("plan", "key"): "plan",
    ("plan_xml", "key"): "plan",
    ("stop_plan", "key"): "plan",
    ("what_if", "key"): "plan",
    ("try_way_out", "key"): "plan",
    ("try_way_out", "way"): "way",
    ("redraw_plan", "key"): "plan",
    ("decide_plan", "key"): "plan",
    ("remove_plan", "key"): "plan",
}
# Ids that lead to something of one person.
OF_A_PERSON = {
    ("mfa_edit_webauthn", "pk"): "passkeys",
    ("mfa_remove_webauthn", "pk"): "passkeys",
    ("forget_view", "key"): "saved_views",
    ("remove_evidence", "key"): "evidence",
    ("diary_entry", "key"): "diary",
    ("change_diary_entry", "key"): "diary",
    ("keep_diary_change", "key"): "diary",
    ("delete_diary_entry", "key"): "diary",
    ("promote_diary_entry", "key"): "diary",
    ("mirror_sitting", "key"): "looks",
    ("delete_mirror_sitting", "key"): "looks",
    ("plan_action", "key"): "plan_actions",
    ("change_plan_action", "key"): "plan_actions",
    ("share_plan_action", "key"): "plan_actions",
    ("take_back_plan_action", "key"): "plan_actions",
    ("keep_plan_action", "key"): "plan_actions",
    ("start_plan_action", "key"): "plan_actions",
    ("review_plan_action", "key"): "plan_actions",
    ("finish_plan_action", "key"): "plan_actions",
    ("drop_plan_action", "key"): "plan_actions",
    ("reopen_plan_action", "key"): "plan_actions",
}
STAGE_ROUTES = ("learning_stage", "start_stage", "reopen_stage", "leave_stage")
MISSING: dict[str, Any] = {"pk": 987654321, "token": "A" * 43}
MISSING_KEY = "zzzzzzzzzz"


@dataclass(frozen=True)
class Route:
    """One address pattern with its name and what it asks for."""

    name: str
    params: tuple[str, ...]

    def address(self, values: dict[str, Any]) -> str:
        """Return the address of one thing."""
        return reverse(self.name, kwargs=values)

    def values(self, town: Town, persona: str) -> dict[str, Any]:
        """Return ids that lead to something of this town, and of this person where it is a person's."""
        return {param: self._value(param, town, persona) for param in self.params}

    def strange(
        self, mine: Town, theirs: Town, persona: str
    ) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
        """Yield pairs of ids: what is another's, and what is not there at all; one id strange at a time."""
        own = self.values(mine, persona)
        for param in self.params:
            missing = {**own, param: MISSING.get(param, MISSING_KEY)}
            if (self.name, param) in OF_A_COUNCIL:
                yield {**own, param: theirs.things[OF_A_COUNCIL[self.name, param]]}, missing
            if (self.name, param) in OF_A_PERSON:
                kept = OF_A_PERSON[self.name, param]
                yield {**own, param: getattr(theirs, kept)["administrator"]}, missing
                yield {**own, param: getattr(mine, kept)["colleague"]}, missing

    def _value(self, param: str, town: Town, persona: str) -> Any:
        if (self.name, param) in OF_A_COUNCIL:
            return town.things[OF_A_COUNCIL[self.name, param]]
        if (self.name, param) in OF_A_PERSON:
            kept = getattr(town, OF_A_PERSON[self.name, param])
            return kept.get(persona, kept["administrator"])
        return _of_everybody(town)[self.name, param]


def _of_everybody(town: Town) -> dict[tuple[str, str], Any]:
    """Return ids that lead to the same thing whoever asks: the pack's, the demo's door, a colour."""
    third, path = skills_map().keys[2], learning_paths().paths[0]
    return {
        ("competency", "key"): third,
        ("question", "key"): third,
        ("keep_note", "key"): third,
        ("rate_competency", "competency"): skills_map().keys[10],
        ("keep_evidence", "key"): third,
        **{(name, "path"): path.key for name in STAGE_ROUTES},
        **{(name, "stage"): path.stages[0].key for name in STAGE_ROUTES},
        ("mirror_question", "question"): leaders_mirror().questions[1].key,
        ("team_mirror_question", "question"): leaders_mirror().questions[1].key,
        ("adjust_role_profile", "area"): skills_map().areas[0].key,
        ("my_badge", "competency"): third,
        ("my_signed_badge", "competency"): third,
        ("map_case", "language"): "en",
        ("map_moodle", "language"): "en",
        ("add_initiative", "track"): "mandated",
        ("move_initiative", "track"): "foundation",
        ("theme", "hue"): 195,
        ("theme", "mark"): fingerprint(195),
        ("demo_step_in", "council_key"): town.council.key,
        ("demo_step_in", "code"): "EMPLOYEE",
        ("account_reset_password_from_key", "uidb36"): "1",
        ("account_reset_password_from_key", "key"): "set-password",
    }


def strange_id(other: dict[str, Any], missing: dict[str, Any]) -> str:
    """Return the name of the id in which a pair differs."""
    return next(name for name in other if other[name] != missing[name])


def all_routes() -> list[Route]:
    """Return every route; one without a name cannot stand in a table and raises."""
    return list(_walk(get_resolver(), (), ""))


def _walk(resolver: Any, above: tuple[str, ...], space: str) -> Iterator[Route]:
    for pattern in resolver.url_patterns:
        params = (*above, *pattern.pattern.regex.groupindex)
        if not isinstance(pattern, URLPattern):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern, params, inner)
            continue
        if not pattern.name:
            raise LookupError(f"The route {pattern.pattern} has no name, so it can stand in no table.")
        yield Route(f"{space}{pattern.name}", params)
