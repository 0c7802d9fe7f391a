# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A framework of competencies on its way in and out: CASE, tables, Moodle, badges, and what changed."""
