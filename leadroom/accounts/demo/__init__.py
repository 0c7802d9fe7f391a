# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The invented councils of a demo and the people in them, from the pack `demo`.

A room above adds what is its own through the door `demo`: its provider is handed an
`InventedCouncil`, inside that council's wall and transaction, and returns in words
what it added. What the pack does not tell is drawn from a fixed seed: the same day
gives the same demo.
"""

from leadroom.accounts.demo.invented import InventedCouncil, drawn_key
from leadroom.accounts.demo.loading import PACK, DemoIsOff, forget, load

__all__ = ["PACK", "DemoIsOff", "InventedCouncil", "drawn_key", "forget", "load"]
