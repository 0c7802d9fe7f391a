# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every combination of answers has its track, its way and its reason."""

from itertools import product

import pytest

from leadroom.core.triage.propose import Answers, Proposal, Reason, Track, Way, propose

EVERY = [Answers(*said) for said in product([False, True], repeat=4)]


@pytest.mark.parametrize("answers", EVERY)
def test_what_must_come_is_mandated_and_nothing_else_is(answers):
    assert (propose(answers).track is Track.MANDATED) == answers.must_come


@pytest.mark.parametrize("answers", EVERY)
def test_only_a_mandated_solution_has_a_way(answers):
    proposal = propose(answers)

    assert (proposal.way is not None) == (proposal.track is Track.MANDATED)


@pytest.mark.parametrize("answers", EVERY)
def test_challenge_has_a_result(answers):
    if propose(answers).track is Track.CHALLENGE:
        assert answers.has_result


@pytest.mark.parametrize(
    ("said", "proposal"),
    [
        ((True, True, True, True), Proposal(Track.MANDATED, Way.TAKEN_OVER, Reason.MUST_AND_HELPS)),
        ((True, True, False, False), Proposal(Track.MANDATED, Way.WITH_CHIEF, Reason.MUST_AND_WANTED)),
        ((True, False, True, False), Proposal(Track.MANDATED, Way.LOWEST, Reason.MUST_ONLY)),
        ((False, True, True, True), Proposal(Track.CHALLENGE, None, Reason.RESULT)),
        ((False, False, True, False), Proposal(Track.FOUNDATION, None, Reason.BEARS_OTHERS)),
        ((False, False, False, True), Proposal(None, None, Reason.NOTHING)),
    ],
)
def test_track_and_way_by_hand(said, proposal):
    assert propose(Answers(*said)) == proposal
