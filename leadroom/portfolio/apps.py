# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Registers `portfolio` with Django, and what it answers at the house's doors."""

from django.apps import AppConfig

from leadroom.kit import doors


class PortfolioConfig(AppConfig):
    """The room that asks what we must do, what we chose, and how much room is left."""

    name = "leadroom.portfolio"
    verbose_name = "Portfolio"

    def ready(self) -> None:
        """Open the doors."""
        doors.register("demo", "leadroom.portfolio.demo.load")
        doors.register("nav", "leadroom.portfolio.doors.nav")
        doors.register("personal_data", "leadroom.portfolio.exports.personal_data")
        doors.register("waiting", "leadroom.portfolio.doors.waiting")
        doors.register("home_card", "leadroom.portfolio.doors.home_card")
        doors.register("verbs", "leadroom.portfolio.doors.verbs")
        doors.register("demand", "leadroom.portfolio.doors.demand")
        doors.register("details", "leadroom.portfolio.doors.details")
