# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the room Portfolio."""

from leadroom.portfolio.views import (
    capacity,
    initiative,
    pack,
    plan,
    plans,
    portfolio,
)

__all__ = [
    "capacity",
    "initiative",
    "pack",
    "plan",
    "plans",
    "portfolio",
]
