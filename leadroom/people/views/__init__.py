# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the room People."""

from leadroom.people.views import map, profile, profiling, question, roles

__all__ = ["map", "profile", "profiling", "question", "roles"]
