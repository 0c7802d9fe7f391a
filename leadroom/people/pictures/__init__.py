# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people can do, in pictures and sentences."""

from leadroom.people.pictures.feedback import FeedbackPictures, Topic, feedback, receipt, steps, topics
from leadroom.people.pictures.levels import level_choices
from leadroom.people.pictures.mirror import (
    mirror_receipt,
    own_lines,
    own_picture,
    point_name,
    points_of,
    small_team_way,
)
from leadroom.people.pictures.paths import PathPicture, PathsPictures, of_paths, trains
from leadroom.people.pictures.plan import (
    TONES,
    action_facts,
    day,
    due_sentence,
    history_lines,
    moves,
    names,
    plan_header,
    plan_picture,
    plan_rows,
    plan_sentence,
    plan_waiting,
    state_name,
)
from leadroom.people.pictures.profile import (
    first,
    legend_sentence,
    of,
    paper_wheel,
    small_wheel,
    strengths,
    summary,
    table_header,
    table_rows,
    wheel_description,
)
from leadroom.people.pictures.team_mirror import mirror_topics, team_lines, team_picture, team_summary

__all__ = [
    "TONES",
    "FeedbackPictures",
    "PathPicture",
    "PathsPictures",
    "Topic",
    "action_facts",
    "day",
    "due_sentence",
    "feedback",
    "first",
    "history_lines",
    "legend_sentence",
    "level_choices",
    "mirror_receipt",
    "mirror_topics",
    "moves",
    "names",
    "of",
    "of_paths",
    "own_lines",
    "own_picture",
    "paper_wheel",
    "plan_header",
    "plan_picture",
    "plan_rows",
    "plan_sentence",
    "plan_waiting",
    "point_name",
    "points_of",
    "receipt",
    "small_team_way",
    "small_wheel",
    "state_name",
    "steps",
    "strengths",
    "summary",
    "table_header",
    "table_rows",
    "team_lines",
    "team_picture",
    "team_summary",
    "topics",
    "trains",
    "wheel_description",
]
