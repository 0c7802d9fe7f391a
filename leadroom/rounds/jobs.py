# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `rounds` does after an answer was given away."""

from leadroom.kit import jobs
from leadroom.rounds import actions


def detach(*, council_id: int, round_id: int) -> None:
    """Let go of whose answers they are, in transactions of its own."""
    actions.detach(council_id=council_id, round_id=round_id)


jobs.register("rounds.detach", detach, own_transactions=True)
