# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the room Portfolio."""

from leadroom.portfolio.views import (
    ambition,
    calendar,
    capacity,
    decisions,
    early,
    headroom,
    imports,
    initiative,
    levels,
    pack,
    plan,
    plans,
    portfolio,
    sheet,
    triage,
)

__all__ = [
    "ambition",
    "calendar",
    "capacity",
    "decisions",
    "early",
    "headroom",
    "imports",
    "initiative",
    "levels",
    "pack",
    "plan",
    "plans",
    "portfolio",
    "sheet",
    "triage",
]
