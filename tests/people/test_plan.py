# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A development plan: whose it is, who sees what of it from when, and which step follows which."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from uuid import uuid4

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from leadroom.accounts.models import Actor, AuditEvent, Council, Membership, OutboxMail, Role, Unit
from leadroom.accounts.permissions import NotAllowed
from leadroom.kit.seen import ChangedMeanwhile, fingerprint
from leadroom.kit.tenancy import council
from leadroom.people import actions, exports, permissions, queries
from leadroom.people.models import Answer, Evidence, PlanAction, PlanEvent, Rating, skills_map
from tests.conftest import join

KEY = "understanding-users-needs"
BEHAVIOURS = skills_map().by_key[KEY].behaviours
SECRET = "what only Bo may know"


def days(number: int) -> date:
    return timezone.localdate() + timedelta(days=number)


def facts(**more: object) -> dict[str, object]:
    return {
        "will_be_able": "Ask users before we change a letter",
        "when": "a letter is to be changed",
        "then": "ring two who got it",
        "kind": "PRACTICE",
        "competency": KEY,
        "by_on": days(60),
        "review_on": days(20),
        "helper": "Cleo",
        "how_seen": "Fewer calls about the letter",
        **more,
    }


def written(by: Actor, **more: object) -> PlanAction:
    return actions.add_action(by=by, facts=facts(**more), origin="GAP", token=uuid4())


def now(action: PlanAction) -> PlanAction:
    return PlanAction.objects.get(pk=action.pk)


def told(action: PlanAction, to: Actor) -> list[str]:
    """Return what happened, as this person sees it, from the first."""
    return [event.what for event in reversed(queries.history(to, action))]


@pytest.fixture
def here(ada, bo, inside) -> Iterator[None]:
    """Stand inside the council of Ada, who leads Bo's unit."""
    with inside(bo):
        yield


@pytest.fixture
def shared(bo, here) -> PlanAction:
    """Return Bo's action that she asked Ada to agree on."""
    action = written(bo)
    actions.share_action(action, by=bo)
    return now(action)


# Whose it is, and who sees it


def test_draft_is_seen_by_nobody_else(ada, bo, cleo, here):
    action = written(bo)

    assert list(queries.plan_actions(bo)) == [action]
    assert [list(queries.plan_actions(other)) for other in (ada, cleo)] == [[], []]


def test_what_is_shared_is_seen_by_the_line_manager_alone(ada, cleo, shared):
    assert list(queries.plan_actions(ada)) == [shared]
    assert list(queries.plan_actions(cleo)) == []


def test_history_before_the_sharing_stays_the_owners(ada, bo, here):
    action = written(bo)
    actions.start_action(action, by=bo)
    actions.review_action(action, by=bo, note=SECRET, review_on=days(5), seen=0)
    actions.share_action(action, by=bo)
    actions.agree_action(now(action), by=ada)

    assert told(action, bo) == ["ADDED", "STARTED", "REVIEWED", "SHARED", "AGREED"]
    assert told(action, ada) == ["SHARED", "AGREED"]


def test_what_is_taken_back_is_seen_no_more_and_shared_again_without_what_was(ada, bo, shared):
    actions.suggest_action(shared, by=ada, text="Begin with one letter")
    actions.take_back_action(shared, by=bo)
    assert list(queries.plan_actions(ada)) == []

    actions.share_action(now(shared), by=bo)

    assert told(shared, ada) == ["SHARED"]


def test_line_manager_of_another_unit_finds_nothing(shared, fjordby, unit, inside, browser_of):
    other = join(fjordby, "Eve", Role.MANAGER)
    with inside(other):
        Unit.objects.create(name="Parks", manager=other.membership)

    assert browser_of(other).get(f"/people/plan/{shared.key}/").status_code == 404


def test_another_council_finds_nothing(shared, dara, browser_of):
    answers = [
        browser_of(dara).get(f"/people/plan/{shared.key}/"),
        browser_of(dara).post(f"/people/plan/{shared.key}/agree/"),
        browser_of(dara).post(f"/people/plan/{shared.key}/drop/", {"reason": "x"}),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_manager_who_leads_no_more_sees_nothing(ada, cleo, shared, unit):
    Unit.objects.filter(pk=unit.pk).update(manager=cleo.membership)

    assert list(queries.plan_actions(ada)) == []
    # Nor does the next one, before a line of the history says so.
    assert list(queries.plan_actions(cleo)) == []


def test_new_line_manager_sees_what_is_open_from_then_on_and_the_history_says_so(ada, bo, cleo, unit, shared):
    actions.suggest_action(shared, by=ada, text="Between Ada and Bo")
    ended = written(bo)
    actions.share_action(ended, by=bo)
    actions.drop_action(ended, by=bo, reason="Not needed")
    Unit.objects.filter(pk=unit.pk).update(manager=cleo.membership)

    assert [actions.hand_over_plans() for _ in range(2)] == [1, 0]

    assert list(queries.plan_actions(cleo)) == [shared]
    assert told(shared, cleo) == ["HANDED_OVER"]
    assert told(shared, bo)[-1] == "HANDED_OVER"


def test_manager_of_a_unit_shares_with_who_leads_what_it_is_part_of(ada, fjordby, unit, here, inside):
    leader = join(fjordby, "Eve", Role.MANAGER)
    part = Unit.objects.create(name="Night shift", manager=leader.membership, part_of=unit)
    Membership.objects.filter(pk=leader.person.pk).update(unit=part)
    action = written(leader)

    actions.share_action(action, by=leader)

    assert list(queries.plan_actions(ada)) == [action]
    assert actions.hand_over_plans() == 0


def test_nothing_of_a_plan_is_in_the_councils_record(ada, bo, shared):
    actions.agree_action(shared, by=ada)
    actions.start_action(shared, by=bo)

    assert not AuditEvent.objects.exists()


# Agreeing


def test_manager_agrees_and_the_action_can_begin(ada, bo, shared):
    actions.agree_action(shared, by=ada)
    actions.start_action(shared, by=bo)

    assert now(shared).state == "DOING"


def test_owner_with_a_line_manager_does_not_agree_by_herself(bo, shared):
    with pytest.raises(NotAllowed):
        actions.agree_action(shared, by=bo)


def test_person_without_a_line_manager_agrees_by_herself_and_cannot_share(cleo, inside):
    with inside(cleo):
        action = written(cleo)
        with pytest.raises(actions.NobodyToShareWith):
            actions.share_action(action, by=cleo)

        actions.agree_action(action, by=cleo)

        assert (now(action).state, now(action).is_shared) == ("AGREED", False)


def test_shared_draft_does_not_begin_before_it_is_agreed(bo, shared):
    with pytest.raises(actions.NotNow):
        actions.start_action(shared, by=bo)


def test_what_was_agreed_and_is_changed_is_to_be_agreed_anew_and_goes_on_from_there(ada, bo, shared):
    actions.agree_action(shared, by=ada)
    actions.start_action(shared, by=bo)

    actions.change_action(shared, by=bo, facts=facts(will_be_able="Ask three users"))
    changed = now(shared)
    actions.agree_action(shared, by=ada)

    assert (changed.state, changed.waits_for_agreement) == ("DRAFT", True)
    assert now(shared).state == "DOING"
    [event] = [event for event in queries.history(ada, shared) if event.what == "CHANGED"]
    assert event.changes == {"will_be_able": "Ask users before we change a letter"}


def test_day_of_the_next_look_is_not_agreed_on(ada, bo, shared):
    actions.agree_action(shared, by=ada)

    actions.change_action(shared, by=bo, facts=facts(review_on=days(30)))

    assert (now(shared).state, now(shared).review_on) == ("AGREED", days(30))


def test_nobody_agrees_to_words_that_were_changed_after_she_read_them(ada, bo, shared):
    seen = fingerprint(queries.as_written(shared))
    actions.change_action(shared, by=bo, facts=facts(then="I guess"))

    with pytest.raises(ChangedMeanwhile):
        actions.agree_action(shared, by=ada, seen=seen)

    assert now(shared).state == "DRAFT"


def test_manager_suggests_and_never_edits(ada, bo, shared):
    with pytest.raises(NotAllowed):
        actions.change_action(shared, by=ada, facts=facts(then="I do as Ada says"))
    actions.suggest_action(shared, by=ada, text="Ring three")

    assert queries.as_written(now(shared)) == queries.as_written(facts())
    assert queries.plan_waits(bo).to_answer == [shared]
    assert queries.plan_waits(ada).to_agree == []


@pytest.mark.parametrize("answer", ["keep", "change"])
def test_answered_suggestion_waits_for_agreement_again(answer, ada, bo, shared):
    actions.suggest_action(shared, by=ada, text="Ring three")

    if answer == "keep":
        actions.keep_action(shared, by=bo)
    else:
        actions.change_action(shared, by=bo, facts=facts(then="I ring three who got it"))

    assert queries.plan_waits(bo).to_answer == []
    assert queries.plan_waits(ada).to_agree == [shared]


def test_two_windows_of_the_owner_never_overwrite_each_other(bo, here):
    action = written(bo)
    seen = fingerprint(queries.as_written(action))
    actions.change_action(action, by=bo, facts=facts(helper="Ada"), seen=seen)

    with pytest.raises(ChangedMeanwhile) as told_of:
        actions.change_action(action, by=bo, facts=facts(helper="Nobody"), seen=seen)

    assert told_of.value.saved["helper"] == "Ada"
    assert now(action).helper == "Ada"


def test_conflict_shows_both_and_saves_mine_when_i_say_so(bo, here, browser_of):
    action = written(bo)
    client, address = browser_of(bo), f"/people/plan/{action.key}/change/"
    sent = {name: str(value) for name, value in facts(then="I write").items()}
    seen = client.get(address).context["seen"]
    actions.change_action(action, by=bo, facts=facts(then="I ring"))

    refused = client.post(address, sent | {"seen": seen})
    saved = client.post(address, sent | {"seen": refused.context["seen"]})

    assert (refused.status_code, saved.status_code) == (409, 302)
    [different] = [each for each in refused.context["differences"] if each.is_different]
    assert (different.saved, different.typed) == ("I ring", "I write")
    assert now(action).then == "I write"


# Doing, reviewing, ending


def doing(by: Actor, **more: object) -> PlanAction:
    action = written(by, **more)
    actions.start_action(action, by=by)
    return action


def test_review_is_kept_once_and_moves_the_next_look(bo, here):
    action = doing(bo)

    for _ in range(2):
        actions.review_action(action, by=bo, note="Two rang back", review_on=days(14), seen=0)

    assert (now(action).review_on, told(action, bo).count("REVIEWED")) == (days(14), 1)


def test_review_that_missed_another_is_told(bo, here):
    action = doing(bo)
    actions.review_action(action, by=bo, note="Two rang back", review_on=days(14), seen=0)

    with pytest.raises(actions.ReviewedMeanwhile):
        actions.review_action(action, by=bo, note="Nobody did", review_on=days(7), seen=0)


def test_done_keeps_the_evidence_for_the_owner_alone(ada, bo, shared):
    actions.agree_action(shared, by=ada)

    actions.finish_action(shared, by=bo, evidence="I rang six")

    evidence = Evidence.objects.get()
    assert (evidence.text, evidence.competency, evidence.origin) == ("I rang six", KEY, "PLAN")
    assert list(permissions.visible_evidence(ada)) == []
    assert all("six" not in event.text for event in queries.history(ada, shared))


def test_done_again_after_it_was_taken_up_is_one_evidence(bo, here):
    action = doing(bo)
    actions.finish_action(action, by=bo, evidence="I rang six")
    actions.reopen_action(action, by=bo)

    actions.finish_action(action, by=bo, evidence="I rang ten")

    assert [each.text for each in Evidence.objects.all()] == ["I rang ten"]


def test_done_form_rates_the_competency_anew_outside_any_sitting(bo, here, browser_of):
    action = doing(bo)
    client, address = browser_of(bo), f"/people/plan/{action.key}/done/"
    form = client.get(address).context["form"]
    sent = {"evidence": "", "answer": "SKILLED", "seen": form["seen"].value(), "token": form["token"].value()}

    answers = [client.post(address, sent).status_code for _ in range(2)]

    assert answers == [302, 302]
    [rating] = Rating.objects.all()
    assert (rating.competency, rating.answer, rating.sitting_id) == (KEY, "SKILLED", None)
    assert now(action).state == "DONE"


def test_done_without_a_competency_asks_which_one_the_evidence_shows(bo, here, browser_of):
    action = doing(bo, competency="")
    sent = {"evidence": "I rang six", "seen": "0", "token": str(uuid4()), "competency": ""}
    client, address = browser_of(bo), f"/people/plan/{action.key}/done/"

    refused = client.post(address, sent)
    taken = client.post(address, sent | {"competency": KEY})

    assert (refused.status_code, taken.status_code) == (422, 302)
    assert Evidence.objects.get().competency == KEY


def test_rating_made_elsewhere_meanwhile_is_told_and_nothing_is_done(bo, here, browser_of):
    action = doing(bo)
    sent = {"evidence": "", "answer": "SKILLED", "seen": "0", "token": str(uuid4())}
    actions.rate_anew(by=bo, competency=KEY, answer=Answer.AWARE, seen=0, token=uuid4())

    answer = browser_of(bo).post(f"/people/plan/{action.key}/done/", sent)

    assert answer.status_code == 409
    assert (now(action).state, Rating.objects.count()) == ("DOING", 1)


def test_dropped_says_why_and_can_be_taken_up_again(bo, here):
    action = doing(bo)
    actions.drop_action(action, by=bo, reason="The letter is gone")
    dropped = now(action)

    actions.reopen_action(action, by=bo)

    assert (dropped.state, dropped.dropped_reason) == ("DROPPED", "The letter is gone")
    assert (now(action).state, now(action).dropped_reason) == ("DOING", "")


def test_dropping_without_a_reason_is_refused_and_shown_at_the_form(bo, here, browser_of):
    action = doing(bo)

    answer = browser_of(bo).post(f"/people/plan/{action.key}/drop/", {"reason": " "})

    assert answer.status_code == 422
    assert answer.context["is_dropping"]
    assert now(action).state == "DOING"


def test_followed_through_counts_what_was_due_and_shows_how_levels_moved(bo, here):
    rate(bo, Answer.AWARE)
    action = doing(bo, by_on=days(0), review_on=days(0))
    rate(bo, Answer.SKILLED)
    actions.finish_action(action, by=bo)
    written(bo, by_on=days(0), review_on=days(0))

    followed = queries.my_plan(bo).followed

    assert (followed.due, followed.due_done, followed.done) == (2, 1, 1)
    [move] = followed.moves
    assert (move.before, move.after) == (1, 3)


def rate(by: Actor, answer: Answer) -> None:
    seen = len(queries.own_ratings_of(by, KEY))
    actions.rate_anew(by=by, competency=KEY, answer=answer, seen=seen, token=uuid4())


# Beginning


@pytest.mark.parametrize(
    ("answer", "behaviour"), [(None, 0), (Answer.NOT_YET, 0), (Answer.WORKING, 2), (Answer.LEADING, 3)]
)
def test_gap_offers_the_behaviour_that_comes_next(answer, behaviour, bo, here, browser_of):
    if answer:
        rate(bo, answer)

    form = browser_of(bo).get(f"/people/plan/add/?competency={KEY}").context["form"]

    assert form["will_be_able"].value() == BEHAVIOURS[behaviour].to("en")
    assert (form["origin"].value(), form["competency"].value()) == ("GAP", KEY)


def test_gap_that_there_is_not_is_not_found(bo, browser_of):
    assert browser_of(bo).get("/people/plan/add/?competency=flying").status_code == 404


def test_words_of_a_diary_fill_the_form_in_and_are_not_kept(bo, here, browser_of):
    answer = browser_of(bo).post("/people/plan/begin/", {"excerpt": SECRET, "competency": KEY})

    form = answer.context["form"]
    assert (answer.status_code, form["origin"].value()) == (200, "DIARY")
    assert form["will_be_able"].value() == BEHAVIOURS[0].to("en")
    assert SECRET in answer.content.decode()
    assert not PlanAction.objects.exists()

    sent = {name: str(form[name].value() or "") for name in form.fields}
    browser_of(bo).post("/people/plan/add/", sent | {"when": "w", "then": "t", "how_seen": "s"})
    kept = [str(vars(row)) for row in (*PlanAction.objects.all(), *PlanEvent.objects.all())]
    assert len(kept) == 2
    assert [row for row in kept if SECRET in row] == []


def test_form_sent_twice_is_one_action(bo, here, browser_of):
    sent = {name: str(value) for name, value in facts().items()} | {"origin": "GAP", "token": str(uuid4())}

    answers = [browser_of(bo).post("/people/plan/add/", sent)["Location"] for _ in range(2)]

    assert len(set(answers)) == 1
    assert PlanAction.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"by_on": days(-1)}, "by_on"),
        ({"review_on": days(90)}, "review_on"),
        ({"when": ""}, "when"),
        ({"kind": "MAGIC"}, "kind"),
        ({"competency": "flying"}, "competency"),
        ({"will_be_able": "x" * 301}, "will_be_able"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(wrong, field, bo, here, browser_of):
    sent = {name: str(value) for name, value in facts(**wrong).items()}

    answer = browser_of(bo).post("/people/plan/add/", sent | {"origin": "GAP", "token": str(uuid4())})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not PlanAction.objects.exists()


# What waits, letters and calendars


def test_home_says_what_of_plans_waits(ada, bo, shared, browser_of):
    doing(bo, review_on=days(0))

    hers, mine = (browser_of(actor).get("/").content.decode() for actor in (ada, bo))

    assert "Bo Fjordby asks you to agree on an action" in hers
    assert "An action in your plan waits for a look" in mine


def letters() -> list[OutboxMail]:
    return list(OutboxMail.objects.all())


def test_review_is_reminded_of_once_in_her_language_and_without_a_word_of_it(bo, here):
    bo.user.language = "da"
    bo.user.save()
    action = doing(bo, review_on=days(0))

    assert [actions.remind_of_reviews() for _ in range(2)] == [1, 0]

    [letter] = letters()
    assert letter.to == bo.user.email
    assert f"/people/plan/{action.key}/" in letter.body
    assert "Ask users" not in letter.subject + letter.body
    assert "Time for a look" not in letter.subject


def test_next_look_is_reminded_of_again(bo, here):
    action = doing(bo, review_on=days(0))
    actions.remind_of_reviews()
    actions.review_action(action, by=bo, note="Well", review_on=days(7), seen=0)
    PlanAction.objects.filter(pk=action.pk).update(review_on=days(-1))

    assert actions.remind_of_reviews() == 1


def test_several_reviews_are_one_letter(bo, here):
    for _ in range(3):
        doing(bo, review_on=days(0))

    assert actions.remind_of_reviews() == 1
    assert len(letters()) == 1


def test_no_letter_for_what_is_not_under_way_or_not_wanted_or_of_who_has_left(bo, cleo, here):
    written(bo, review_on=days(0))
    actions.drop_action(doing(bo, review_on=days(0)), by=bo, reason="x")
    doing(cleo, review_on=days(0))
    actions.be_reminded(by=cleo, is_reminded=False)
    left = doing(bo, review_on=days(0))
    Membership.objects.filter(pk=left.person_id).update(is_active=False)

    assert actions.remind_of_reviews() == 0


def test_calendar_holds_the_days_of_what_is_open_and_nothing_of_what_stands_in_it(bo, here):
    action = doing(bo)
    actions.drop_action(doing(bo), by=bo, reason="x")

    review, by = exports.plan_days(bo)

    assert (review.day, by.day) == (days(20), days(60))
    assert action.key in review.address
    assert "Ask users" not in review.title + by.title


def test_moved_look_is_the_same_entry_once_more_moved(bo, here):
    action = doing(bo)
    before = exports.plan_days(bo)[0]
    actions.review_action(action, by=bo, note="Well", review_on=days(33), seen=0)

    after = exports.plan_days(bo)[0]

    assert (after.name, after.day, after.moved) == (before.name, days(33), before.moved + 1)


# Which step follows which


class Steps(TestCase):
    """However the steps come, the states are ones that may follow one another, and the history tells each."""

    FOLLOW = {
        "DRAFT": {"AGREED", "DOING", "DROPPED"},
        "AGREED": {"DRAFT", "DOING", "DONE", "DROPPED"},
        "DOING": {"DRAFT", "DONE", "DROPPED"},
        "DONE": {"DOING", "DRAFT"},
        "DROPPED": {"DOING", "DRAFT"},
    }
    NAMES = (
        "share", "take_back", "agree", "suggest", "keep", "change", "start", "review", "finish", "drop", "reopen",
    )  # fmt: skip

    def setUp(self) -> None:
        here = Council.objects.create(key="fjordby", name="Fjordby", country="DK", language="da", hue=195)
        with council(here.pk):
            unit = Unit.objects.create(name="Care")
            self.manager = join(here, "Ada", Role.MANAGER)
            self.owner = join(here, "Bo", unit=unit)
            unit.manager = self.manager.membership
            unit.save()
        self.council = here

    @given(st.lists(st.sampled_from(NAMES), max_size=12))
    def test_any_steps(self, names: list[str]) -> None:
        with council(self.council.pk):
            action = written(self.owner)
            states = ["DRAFT"]
            for number, name in enumerate(names):
                before = now(action)
                with suppress(actions.NotNow, NotAllowed):
                    self.steps(before, number)[name]()
                after = now(action)
                if after.state != states[-1]:
                    states.append(after.state)
                self.check(before, after)

        assert all(later in self.FOLLOW[earlier] for earlier, later in pairwise(states))

    def check(self, before: PlanAction, after: PlanAction) -> None:
        """Hold each step against what always holds: what ended, who sees it, and who alone makes shared words agreed."""
        assert (after.ended_at is not None) == (not after.is_open)
        assert (after.shared_at is None) == (after.shared_with_id is None)
        assert bool(after.dropped_reason) == (after.state == "DROPPED")
        assert (list(queries.plan_actions(self.manager)) == [after]) == after.is_shared
        if before.state == "DRAFT" and before.is_shared and after.is_under_way:
            assert told(after, self.manager)[-1] == "AGREED"

    def steps(self, action: PlanAction, number: int) -> dict[str, Callable[[], object]]:
        owner, manager = self.owner, self.manager
        return {
            "share": lambda: actions.share_action(action, by=owner),
            "take_back": lambda: actions.take_back_action(action, by=owner),
            "agree": lambda: actions.agree_action(action, by=manager),
            "suggest": lambda: actions.suggest_action(action, by=manager, text=f"Try {number}"),
            "keep": lambda: actions.keep_action(action, by=owner),
            "change": lambda: actions.change_action(action, by=owner, facts=facts(then=f"I ring {number}")),
            "start": lambda: actions.start_action(action, by=owner),
            "review": lambda: actions.review_action(
                action, by=owner, note=f"Look {number}", review_on=days(number + 1), seen=action.moved
            ),
            "finish": lambda: actions.finish_action(action, by=owner, evidence="I rang"),
            "drop": lambda: actions.drop_action(action, by=owner, reason="Enough"),
            "reopen": lambda: actions.reopen_action(action, by=owner),
        }
