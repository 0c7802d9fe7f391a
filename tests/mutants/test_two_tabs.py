# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two tabs: the judge of their turns finds what would write over an answer or add it twice."""

import pytest

from leadroom.accounts.models import Actor, Council
from leadroom.kit.tenancy import council
from leadroom.people import actions
from leadroom.people.models import Scope
from tests.conftest import join
from tests.mutants import faults
from tests.people.test_once_only import FIRST, interleaved

BOTH_OPEN = [
    (0, "open", FIRST, "", ""),
    (1, "open", FIRST, "", ""),
    (0, "say", FIRST, "AWARE", "one"),
    (1, "say", FIRST, "LEADING", "two"),
]
SENT_AGAIN = [
    (0, "say", FIRST, "AWARE", "one"),
    (1, "open", FIRST, "", ""),
    (1, "say", FIRST, "LEADING", "two"),
    (0, "again", FIRST, "", ""),
]


@pytest.fixture
def sitter(fjordby: Council) -> Actor:
    """Return somebody in the middle of a full profile."""
    actor = join(fjordby, "Bo")
    with council(fjordby.pk, user_id=actor.user.pk):
        actions.start(by=actor, scope=Scope.FULL, role_profile="employee")
    return actor


@pytest.mark.parametrize(
    ("fault", "walk"), [(faults.last_answer_wins, BOTH_OPEN), (faults.token_is_forgotten, SENT_AGAIN)]
)
@pytest.mark.parametrize("is_broken", [False, True])
def test_fault_is_found(
    fault: faults.Fault, walk: list[tuple[int, str, str, str, str]], is_broken: bool, sitter: Actor
) -> None:
    if not is_broken:
        assert list(interleaved(sitter, walk)) == []
        return

    with fault():
        found = list(interleaved(sitter, walk))

    assert found != []
