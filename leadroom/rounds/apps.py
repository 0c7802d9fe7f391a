# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Registers `rounds` with Django, and what it answers at the house's doors."""

from django.apps import AppConfig

from leadroom.kit import doors


class RoundsConfig(AppConfig):
    """The floor on which many people are asked."""

    name = "leadroom.rounds"
    verbose_name = "Rounds"

    def ready(self) -> None:
        """Open the doors."""
        doors.register("personal_data", "leadroom.rounds.exports.personal_data")
