# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Answers go into the ledger once, in order, and nothing is overwritten."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from leadroom.accounts.models import Actor, AuditEvent, Council, Role
from leadroom.accounts.permissions import NotAllowed
from leadroom.core.skills.profile import Target
from leadroom.kit.tenancy import council
from leadroom.people import actions, queries
from leadroom.people.models import (
    Answer,
    NoteDraft,
    Rating,
    Scope,
    Sitting,
    pack_role_profiles,
    skills_map,
)
from tests.conftest import join

FIRST, SECOND = skills_map().keys[:2]


@pytest.fixture
def sitting(bo, inside):
    """Return Bo's open full profile, inside her council."""
    with inside(bo):
        yield actions.start(by=bo, scope=Scope.FULL, role_profile="employee")


def say(
    sitting: Sitting, by: Actor, answer: Answer, *, seen: int, token: UUID | None = None, note: str = ""
) -> Rating:
    return actions.answer(
        sitting, by=by, competency=FIRST, answer=answer, note=note, seen=seen, token=token or uuid4()
    )


def test_start_when_one_is_open_is_refused(bo, sitting):
    with pytest.raises(actions.SittingOpen):
        actions.start(by=bo, scope=Scope.SCAN, role_profile="employee")

    assert Sitting.objects.count() == 1


def test_answer_changed_keeps_both_lines(bo, sitting):
    say(sitting, bo, Answer.AWARE, seen=0)
    say(sitting, bo, Answer.SKILLED, seen=1)

    assert list(Rating.objects.values_list("number", "answer")) == [(1, "AWARE"), (2, "SKILLED")]


def test_answer_of_the_same_form_twice_is_one(bo, sitting):
    token = uuid4()

    first, second = (say(sitting, bo, Answer.AWARE, seen=0, token=token) for _ in range(2))

    assert first == second
    assert Rating.objects.count() == 1


def test_answer_given_again_adds_nothing(bo, sitting):
    say(sitting, bo, Answer.AWARE, seen=0, note="x")
    say(sitting, bo, Answer.AWARE, seen=0, note="x")

    assert Rating.objects.count() == 1


def test_answer_from_a_tab_that_missed_one_is_told_and_loses_nothing(bo, sitting):
    saved = say(sitting, bo, Answer.AWARE, seen=0)

    with pytest.raises(actions.Stale) as told:
        say(sitting, bo, Answer.LEADING, seen=0)

    assert told.value.latest == saved
    assert Rating.objects.count() == 1


def test_answer_after_finish_is_refused(bo, sitting):
    say(sitting, bo, Answer.AWARE, seen=0)
    actions.finish(sitting, by=bo)

    with pytest.raises(actions.SittingClosed):
        say(sitting, bo, Answer.LEADING, seen=1)


def test_answer_into_anothers_sitting_is_refused(ada, sitting):
    with pytest.raises(NotAllowed):
        say(sitting, ada, Answer.AWARE, seen=0)


def test_finish_without_an_answer_is_refused(bo, sitting):
    with pytest.raises(actions.NothingAnswered):
        actions.finish(sitting, by=bo)


def test_own_profiling_is_not_in_the_councils_record(bo, sitting):
    say(sitting, bo, Answer.LEADING, seen=0, note="a secret thought")
    actions.change_role_profile(sitting, by=bo, role_profile="executive")
    actions.finish(sitting, by=bo)

    assert not AuditEvent.objects.exists()


def test_set_aside_an_empty_sitting_leaves_nothing(bo, sitting):
    actions.set_aside(sitting, by=bo)

    assert not Sitting.objects.exists()


def test_widen_goes_on_from_the_scan(bo, inside):
    with inside(bo):
        scan = actions.start(by=bo, scope=Scope.SCAN, role_profile="employee")
        asked = queries.progress(bo, scan, [])
        for key in asked.order:
            actions.answer(scan, by=bo, competency=key, answer=Answer.WORKING, note="", seen=0, token=uuid4())
        actions.finish(scan, by=bo)

        actions.widen(scan, by=bo)

        wider = queries.progress(bo, queries.open_sitting(bo), queries.own_ratings(bo))
    assert (len(wider.order), len(wider.answers), wider.is_complete) == (42, 12, False)


def test_note_is_kept_while_written_and_gone_once_answered(bo, sitting):
    draft = actions.keep_note(by=bo, competency=FIRST, text="half a tho", version=0)
    actions.keep_note(by=bo, competency=FIRST, text="half a thought", version=draft.version)
    assert queries.question(bo, sitting, FIRST).note == "half a thought"

    say(sitting, bo, Answer.WORKING, seen=0, note="half a thought")

    assert not NoteDraft.objects.exists()
    assert queries.question(bo, sitting, FIRST).note == "half a thought"


def test_note_from_two_windows_is_told(bo, sitting):
    actions.keep_note(by=bo, competency=FIRST, text="one", version=0)

    with pytest.raises(actions.StaleNote) as told:
        actions.keep_note(by=bo, competency=FIRST, text="two", version=0)

    assert told.value.text == "one"


def test_note_of_a_window_that_missed_the_answer_is_told(bo, sitting):
    say(sitting, bo, Answer.WORKING, seen=0, note="answered elsewhere")

    with pytest.raises(actions.StaleNote) as told:
        actions.keep_note(by=bo, competency=FIRST, text="late", version=0, seen=0)

    assert (told.value.text, told.value.seen) == ("answered elsewhere", 1)
    assert not NoteDraft.objects.exists()


def test_form_sent_again_with_another_answer_is_told(bo, sitting):
    token = uuid4()
    say(sitting, bo, Answer.AWARE, seen=0, token=token)

    with pytest.raises(actions.Stale):
        say(sitting, bo, Answer.LEADING, seen=0, token=token, note="changed my mind")


def test_token_of_another_question_does_not_stand_in_the_way(bo, sitting):
    token = uuid4()
    say(sitting, bo, Answer.AWARE, seen=0, token=token)

    actions.answer(sitting, by=bo, competency=SECOND, answer=Answer.LEADING, note="", seen=0, token=token)

    assert [rating.answer for rating in queries.own_ratings_of(bo, SECOND)] == ["LEADING"]


def test_answer_into_a_sitting_finished_elsewhere_is_refused(bo, sitting):
    opened_before = Sitting.objects.get(pk=sitting.pk)
    say(sitting, bo, Answer.AWARE, seen=0)
    actions.finish(sitting, by=bo)

    with pytest.raises(actions.SittingClosed):
        say(opened_before, bo, Answer.LEADING, seen=1)


def test_answer_into_a_sitting_set_aside_elsewhere_is_refused(bo, sitting):
    opened_before = Sitting.objects.get(pk=sitting.pk)
    actions.set_aside(sitting, by=bo)

    with pytest.raises(actions.SittingClosed):
        say(opened_before, bo, Answer.LEADING, seen=0)


def test_first_answer_is_number_one_whatever_the_form_says(bo, sitting):
    assert say(sitting, bo, Answer.AWARE, seen=2**40).number == 1


def test_answer_carries_the_map_that_was_read(bo, sitting):
    Sitting.objects.update(pack="skills-map@0.1.0")

    assert say(sitting, bo, Answer.AWARE, seen=0).pack == skills_map().pack


def test_widen_a_full_or_an_old_sitting_is_refused(bo, sitting):
    say(sitting, bo, Answer.AWARE, seen=0)
    actions.finish(sitting, by=bo)
    with pytest.raises(actions.TooLateToWiden):
        actions.widen(sitting, by=bo)

    Sitting.objects.update(scope=Scope.SCAN, finished_at=timezone.now() - timedelta(days=61))

    with pytest.raises(actions.TooLateToWiden):
        actions.widen(sitting, by=bo)
    assert Sitting.objects.get().finished_at is not None


def test_targets_that_equal_the_packs_are_not_kept(ada, inside):
    packed = pack_role_profiles()["executive"].targets[FIRST]
    with inside(ada):
        actions.adjust_targets("executive", {FIRST: Target(0, 1, 1), SECOND: Target(4, 4, 3)}, by=ada)
        assert queries.role_profiles(ada)["executive"].targets[FIRST] == Target(0, 1, 1)

        actions.adjust_targets("executive", {FIRST: packed}, by=ada)

        found = queries.role_profiles(ada)["executive"]
    assert (found.targets[FIRST], found.targets[SECOND]) == (packed, Target(4, 4, 3))


def test_targets_adjusted_by_an_employee_is_refused(bo, inside):
    with inside(bo), pytest.raises(NotAllowed):
        actions.adjust_targets("executive", {FIRST: Target(0, 1, 1)}, by=bo)


def test_added_role_profile_of_a_name_that_is_there_is_refused(ada, inside):
    with inside(ada):
        actions.add_role_profile(by=ada, name={"en": "Champion"}, based_on="executive")

        with pytest.raises(actions.NameIsTaken):
            actions.add_role_profile(by=ada, name={"en": "Champion"}, based_on="employee")


def test_added_role_profile_starts_with_the_councils_own_targets(ada, inside):
    with inside(ada):
        actions.adjust_targets("executive", {FIRST: Target(0, 1, 1)}, by=ada)

        added = actions.add_role_profile(by=ada, name={"en": "Champion"}, based_on="executive")

        assert queries.role_profiles(ada)[added.key].targets[FIRST] == Target(0, 1, 1)


def test_added_role_profile_starts_as_another_and_can_be_retired(ada, inside):
    with inside(ada):
        added = actions.add_role_profile(by=ada, name={"en": "Champion"}, based_on="executive")
        found = queries.role_profiles(ada)
        assert str(found[added.key].name) == "Champion"
        assert found[added.key].targets == found["executive"].targets

        actions.retire_role_profile(added, by=ada)

        assert added.key not in queries.role_profiles(ada)


answers = st.lists(
    st.tuples(
        st.sampled_from(skills_map().keys[:4]), st.sampled_from(list(Answer)), st.sampled_from(["", "note"])
    ),
    max_size=12,
)


@pytest.mark.django_db
class AnySequence(TestCase):
    """Any sequence of answers, switches and resumes gives the profile of the answers in order."""

    @given(answers, st.data())
    def test_profile_is_that_of_the_answers_in_order(self, given_answers, data):
        here = Council.objects.create(name="Here", country="DK")
        bo = join(here, "Bo", Role.MANAGER)
        with council(here.pk, user_id=bo.user.pk):
            sitting = actions.start(by=bo, scope=Scope.FULL, role_profile="employee")
            for competency, answer, note in given_answers:
                sitting = self.something_else(data, bo, sitting)
                seen = queries.question(bo, sitting, competency).seen
                actions.answer(
                    sitting, by=bo, competency=competency, answer=answer, note=note, seen=seen, token=uuid4()
                )
            mine = queries.my_profile(bo)

        last = {competency: answer for competency, answer, _ in given_answers}
        assert {s.competency: s.level for s in mine.standings} == {
            key: last[key].level if key in last else None for key in skills_map().keys
        }
        assert {key: rating.answer for key, rating in mine.ratings.items()} == {
            k: a.value for k, a in last.items()
        }

    def something_else(self, data, bo, sitting):
        """Switch role or language, resume afresh, or finish and begin again; or nothing."""
        match data.draw(st.sampled_from(["nothing", "role", "resume", "finish", "stale"])):
            case "role":
                actions.change_role_profile(
                    sitting, by=bo, role_profile=data.draw(st.sampled_from(["executive", "employee"]))
                )
            case "resume":
                return queries.open_sitting(bo)
            case "finish" if sitting.ratings.exists():
                actions.finish(sitting, by=bo)
                return actions.start(by=bo, scope=Scope.FULL, role_profile="employee")
            case "stale":
                latest = queries.own_ratings(bo)
                if latest and latest[-1].sitting_id == sitting.pk:
                    other = next(a for a in Answer if a != latest[-1].answer)
                    with pytest.raises(actions.Stale):
                        actions.answer(
                            sitting,
                            by=bo,
                            competency=latest[-1].competency,
                            answer=other,
                            note="",
                            seen=latest[-1].number - 1,
                            token=uuid4(),
                        )
        return sitting
