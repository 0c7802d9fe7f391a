# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A town's own map, kept in versions, every word of it a mark."""

from typing import TYPE_CHECKING

from leadroom.core.interchange.framework import Framework, Item, Level
from leadroom.people import actions, queries

if TYPE_CHECKING:
    from tests.house.walls.towns import Town


def lay(town: "Town") -> dict[str, str]:
    """Keep the first version of a map, and remember its key."""
    return {"framework": keep(town, town.mark())}


def keep(town: "Town", code: str) -> str:
    """Keep one more version of a map, look at another, and return the key of the first."""
    steering = town.people["administrator"]
    brought = actions.bring_map(town.mark(), _map(town, code), by=steering)
    seen = actions.compared_with(queries.version_before(steering, brought))
    actions.keep_map(brought, by=steering, version=town.mark(), seen=seen)
    actions.bring_map(town.mark(), _map(town, code), by=steering)
    return brought.key


def _map(town: "Town", code: str) -> Framework:
    return Framework(
        key=code,
        version=town.mark(),
        creator=town.mark(),
        licence=town.mark(),
        languages=("en",),
        title={"en": town.mark()},
        levels=(Level(1, {"en": town.mark()}),),
        items=(
            Item(town.mark(), "", "", {"en": town.mark()}, {"en": town.mark()}, {1: {"en": town.mark()}}),
        ),
    )
