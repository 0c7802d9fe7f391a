# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every write of `portfolio`."""

from leadroom.portfolio.actions.initiatives import (
    CodeIsTaken,
    MandatedStays,
    NobodyChangesYet,
    NothingTakesItOver,
    RulesNotKept,
    WaitsForItself,
    add,
    change,
    choose_way,
    let_go_ahead,
    let_wait,
    move,
    move_deadline,
    set_status,
    set_statuses,
)
from leadroom.portfolio.actions.packs import take, take_news
from leadroom.portfolio.actions.views import TooManyViews, forget_view, save_view

__all__ = [
    "CodeIsTaken",
    "MandatedStays",
    "NobodyChangesYet",
    "NothingTakesItOver",
    "RulesNotKept",
    "TooManyViews",
    "WaitsForItself",
    "add",
    "change",
    "choose_way",
    "forget_view",
    "let_go_ahead",
    "let_wait",
    "move",
    "move_deadline",
    "save_view",
    "set_status",
    "set_statuses",
    "take",
    "take_news",
]
