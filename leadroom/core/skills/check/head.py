# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a pack says what every pack says about itself; its kind is judged by those who know it."""

from leadroom.core.skills.check.model import PACK, Files, as_mapping
from leadroom.core.skills.check.problem import Problem
from leadroom.core.skills.check.shape import HEAD, anything, mapping


def check_head(files: Files) -> list[Problem]:
    """Return what is wrong with the key, version, licence, name and description of any pack."""
    if files.get(PACK) is None:
        return []
    others = {name: anything for name in map(str, as_mapping(files[PACK])) if name not in HEAD}
    return list(mapping(HEAD, others)(files[PACK], (PACK,)))
