# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The levels of one competency, as cards to choose from: what one does comes first, the level's name second."""

from leadroom.people.models import Answer, skills_map
from leadroom.ui.parts import Choice


def level_choices(competency: str, *, has_keys: bool = False) -> list[Choice]:
    """Return the five levels of a competency; `has_keys` where the page's script takes 0 to 4 from the keyboard."""
    levels = skills_map().levels
    texts = (levels[0].meaning, *skills_map().by_key[competency].behaviours)
    return [
        Choice(answer, str(text), str(level.name), str(level.level) if has_keys else "")
        for answer, level, text in zip(Answer.values, levels, texts, strict=False)
    ]
