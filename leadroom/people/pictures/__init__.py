# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people can do, in pictures and sentences."""

from leadroom.people.pictures.feedback import FeedbackPictures, Topic, feedback, receipt, steps, topics
from leadroom.people.pictures.paths import PathPicture, PathsPictures, of_paths, trains
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
    "FeedbackPictures",
    "PathPicture",
    "PathsPictures",
    "Topic",
    "feedback",
    "first",
    "legend_sentence",
    "of",
    "of_paths",
    "paper_wheel",
    "receipt",
    "small_wheel",
    "steps",
    "strengths",
    "summary",
    "table_header",
    "table_rows",
    "topics",
    "trains",
    "wheel_description",
]
