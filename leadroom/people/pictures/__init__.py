# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people can do, in pictures and sentences."""

from leadroom.people.pictures.feedback import FeedbackPictures, Topic, feedback, receipt, steps, topics
from leadroom.people.pictures.frameworks import changed_things, counts, problem, refusal
from leadroom.people.pictures.levels import level_choices
from leadroom.people.pictures.my_data import badge_lines, kept_about, thing, things
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

__all__ = [
    "TONES",
    "FeedbackPictures",
    "PathPicture",
    "PathsPictures",
    "Topic",
    "action_facts",
    "badge_lines",
    "changed_things",
    "counts",
    "day",
    "due_sentence",
    "feedback",
    "first",
    "history_lines",
    "kept_about",
    "legend_sentence",
    "level_choices",
    "moves",
    "names",
    "of",
    "of_paths",
    "paper_wheel",
    "plan_header",
    "plan_picture",
    "plan_rows",
    "plan_sentence",
    "plan_waiting",
    "problem",
    "receipt",
    "refusal",
    "small_wheel",
    "state_name",
    "steps",
    "strengths",
    "summary",
    "table_header",
    "table_rows",
    "thing",
    "things",
    "topics",
    "trains",
    "wheel_description",
]
