# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a group opens something among themselves: only if all of them want to, and without telling who does not."""

from collections.abc import Sequence

FEWEST_VOTERS = 3


class TooManyVotes(ValueError):
    """There are more votes than members."""


def secret_vote(votes: Sequence[bool], members: int) -> bool:
    """
    Say whether a group opens it: every member has voted, and each vote is yes.

    Ask once, when the vote is over. A no and a missing vote look alike. Of two, the one
    who said yes would know who did not, so fewer than three stay shut whatever they
    vote. Raises TooManyVotes.
    """
    if len(votes) > members:
        raise TooManyVotes(f"There are {len(votes)} votes of {members} members.")
    return members >= FEWEST_VOTERS and len(votes) == members and all(votes)
