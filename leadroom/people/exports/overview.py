# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A closed overview in open formats: what is published, and no more; the headers are codes."""

from collections.abc import Iterable

from leadroom.people import pictures, queries
from leadroom.people.models import skills_map

OVERVIEW_HEADER = ("units", "area", "competency", "name", "band", "low", "high")


def overview_rows(shown: queries.Overview) -> Iterable[tuple[str, ...]]:
    """Return one row for each group and competency, in map order."""
    for group in shown.groups:
        units = pictures.group_name(group, shown.units)
        for figure in group.figures:
            if figure.item in skills_map().by_key:
                yield (
                    units,
                    skills_map().area_of[figure.item].key,
                    figure.item,
                    str(skills_map().by_key[figure.item].name),
                    figure.band.value,
                    figure.low.value if figure.low else "",
                    figure.high.value if figure.high else "",
                )
