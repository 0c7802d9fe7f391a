# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rules of the three tracks, as they stand and as they are kept."""

from datetime import date

import pytest

from leadroom.accounts.models import Role
from leadroom.accounts.permissions import NotAllowed
from leadroom.portfolio import actions, queries
from leadroom.portfolio.models import RULES, Deadline, Move, Status, Track, Way

FACTS = {
    Track.MANDATED: {"title": "Vote", "source": "The state", "legal_basis": "LAW"},
    Track.CHALLENGE: {
        "title": "Hands", "result": "More time", "need_of": "Residents", "evidence": "A survey",
        "evidence_on": date(2026, 5, 1),
    },
    Track.FOUNDATION: {"title": "Network"},
}  # fmt: skip


def test_every_track_has_its_rules():
    assert set(RULES) == set(Track)


def test_digital_never_decides_for_a_mandated_solution():
    assert Role.DIGITAL_OFFICE not in RULES[Track.MANDATED].deciders


@pytest.mark.parametrize("track", list(Track))
def test_initiative_is_added_with_what_its_track_asks_for(track, ada, inside):
    with inside(ada):
        added = actions.add(track, by=ada, facts=FACTS[track])

        assert list(Move.objects.filter(initiative=added).values_list("from_track", "to_track")) == [
            ("", track)
        ]


@pytest.mark.parametrize("missing", ["result", "need_of", "evidence", "evidence_on"])
def test_challenge_is_not_added_without_result_need_and_evidence(missing, ada, inside):
    facts = {name: value for name, value in FACTS[Track.CHALLENGE].items() if name != missing}

    with inside(ada), pytest.raises(actions.RulesNotKept) as refused:
        actions.add(Track.CHALLENGE, by=ada, facts=facts)

    assert refused.value.fields == (missing,)


def test_mandated_solution_is_never_dropped(ada, inside, post):
    with inside(ada), pytest.raises(actions.MandatedStays):
        actions.set_status(post, Status.DROPPED, by=ada)


def test_challenge_is_dropped_by_the_executive_and_not_by_digital(eva, odd, inside, hands):
    with inside(odd), pytest.raises(NotAllowed):
        actions.set_status(hands, Status.DROPPED, by=odd)
    with inside(eva):
        actions.set_status(hands, Status.DROPPED, by=eva)
        hands.refresh_from_db()

    assert hands.status == Status.DROPPED


def test_initiative_is_done_only_when_it_says_who_works_differently(ada, inside, post):
    with inside(ada):
        with pytest.raises(actions.NobodyChangesYet):
            actions.set_status(post, Status.DONE, by=ada)
        actions.change(post, by=ada, facts={"who_changes": "The citizen service answers by Digital Post."})
        actions.set_status(post, Status.DONE, by=ada)
        post.refresh_from_db()

    assert post.status == Status.DONE


def test_move_changes_rules_and_keeps_history(ada, inside, post):
    facts = {name: FACTS[Track.CHALLENGE][name] for name in RULES[Track.CHALLENGE].required}

    with inside(ada):
        actions.choose_way(post, Way.LOWEST, by=ada)
        actions.move(post, Track.CHALLENGE, by=ada, reason="It answers a need", facts=facts)
        post.refresh_from_db()
        moves = list(Move.objects.filter(initiative=post).values_list("from_track", "to_track", "reason"))

    assert (post.track, post.way) == (Track.CHALLENGE, "")
    assert moves == [("", "MANDATED", ""), ("MANDATED", "CHALLENGE", "It answers a need")]


def test_move_to_a_challenge_asks_for_its_result(ada, inside, post):
    with inside(ada), pytest.raises(actions.RulesNotKept) as refused:
        actions.move(post, Track.CHALLENGE, by=ada, reason="Because", facts={})

    assert refused.value.fields == RULES[Track.CHALLENGE].required


def test_dropped_challenge_that_becomes_mandated_is_open_again(ada, inside, hands):
    with inside(ada):
        actions.set_status(hands, Status.DROPPED, by=ada)
        actions.move(
            hands,
            Track.MANDATED,
            by=ada,
            reason="Now a law",
            facts={"source": "The state", "legal_basis": "LAW"},
        )
        hands.refresh_from_db()

    assert hands.status == Status.PROPOSED


def test_challenge_that_moves_away_takes_nothing_over_any_more(ada, inside, post, hands):
    with inside(ada):
        actions.choose_way(post, Way.TAKEN_OVER, by=ada, challenge=hands)
        actions.move(hands, Track.FOUNDATION, by=ada, reason="It is a foundation", facts={})
        post.refresh_from_db()

    assert (post.way, post.taken_over_by) == ("", None)


def test_nothing_takes_over_but_a_challenge(ada, inside, post):
    with inside(ada), pytest.raises(actions.NothingTakesItOver):
        actions.choose_way(post, Way.TAKEN_OVER, by=ada, challenge=post)


def test_deadline_has_a_history_and_the_newest_word_holds(ada, inside, post):
    with inside(ada):
        actions.move_deadline(post, date(2028, 3, 1), by=ada, known_on=date(2027, 2, 1), said_by="KL")
        actions.move_deadline(
            post, date(2027, 11, 1), by=ada, known_on=date(2020, 1, 1), said_by="An old letter"
        )
        post.refresh_from_db()
        days = list(Deadline.objects.filter(initiative=post).values_list("day", flat=True))
        slips = queries.whole(ada, post).slips

    assert post.deadline == date(2028, 3, 1)
    assert days == [date(2027, 11, 1), date(2027, 12, 1), date(2028, 3, 1)]
    assert len(slips) == 2


def test_nothing_waits_for_itself(ada, inside, post):
    with inside(ada):
        other = actions.add(Track.MANDATED, by=ada, facts=FACTS[Track.MANDATED])
        actions.let_wait(post, other, by=ada)

        with pytest.raises(actions.WaitsForItself):
            actions.let_wait(other, post, by=ada)
        with pytest.raises(actions.WaitsForItself):
            actions.let_wait(post, post, by=ada)


def test_code_is_given_once(ada, inside):
    with inside(ada):
        actions.add(Track.FOUNDATION, by=ada, facts={"title": "One", "code": "F1"})

        with pytest.raises(actions.CodeIsTaken):
            actions.add(Track.FOUNDATION, by=ada, facts={"title": "Two", "code": "F1"})


def test_who_leads_an_initiative_keeps_it(ada, mia, bo, inside, post):
    with inside(ada):
        actions.change(post, by=ada, facts={"lead": mia.membership})
    with inside(mia):
        actions.change(post, by=mia, facts={"title": "Digital Post, second phase"})
    with inside(bo), pytest.raises(NotAllowed):
        actions.change(post, by=bo, facts={"title": "Mine"})
    with inside(ada):
        post.refresh_from_db()

    assert post.title == "Digital Post, second phase"
