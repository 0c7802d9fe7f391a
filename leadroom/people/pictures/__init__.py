# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people can do, in pictures and sentences."""

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
    "first",
    "legend_sentence",
    "of",
    "paper_wheel",
    "small_wheel",
    "strengths",
    "summary",
    "table_header",
    "table_rows",
    "wheel_description",
]
