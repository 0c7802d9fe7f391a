# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every write of `portfolio`."""

from leadroom.portfolio.actions.capacity import (
    NameIsTaken,
    TeamIsNeeded,
    add_freeze,
    add_team,
    change_team,
    forget_change,
    plan_change,
    remove_freeze,
    remove_team,
    restore_cells,
    set_terms,
    type_cells,
    use_preset,
)
from leadroom.portfolio.actions.decisions import (
    CannotBePlanned,
    NothingChosen,
    decide_ambition,
)
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
from leadroom.portfolio.actions.levels import (
    apply_sizes,
    set_levels,
)
from leadroom.portfolio.actions.packs import (
    take,
    take_news,
)
from leadroom.portfolio.actions.plans import (
    CannotBeRemoved,
    DecidedMeanwhile,
    NotReady,
    OutOfDate,
    bring_into_force,
    remove_plan,
    request_plan,
    stop,
    try_way_out,
)
from leadroom.portfolio.actions.searches import (
    search,
)
from leadroom.portfolio.actions.views import (
    TooManyViews,
    forget_view,
    save_view,
)

__all__ = [
    "CannotBePlanned",
    "CannotBeRemoved",
    "CodeIsTaken",
    "DecidedMeanwhile",
    "MandatedStays",
    "NameIsTaken",
    "NobodyChangesYet",
    "NotReady",
    "NothingChosen",
    "NothingTakesItOver",
    "OutOfDate",
    "RulesNotKept",
    "TeamIsNeeded",
    "TooManyViews",
    "WaitsForItself",
    "add",
    "add_freeze",
    "add_team",
    "apply_sizes",
    "bring_into_force",
    "change",
    "change_team",
    "choose_way",
    "decide_ambition",
    "forget_change",
    "forget_view",
    "let_go_ahead",
    "let_wait",
    "move",
    "move_deadline",
    "plan_change",
    "remove_freeze",
    "remove_plan",
    "remove_team",
    "request_plan",
    "restore_cells",
    "save_view",
    "search",
    "set_levels",
    "set_status",
    "set_statuses",
    "set_terms",
    "stop",
    "take",
    "take_news",
    "try_way_out",
    "type_cells",
    "use_preset",
]
