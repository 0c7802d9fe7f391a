# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Registers `people` with Django, and what it answers at the house's doors."""

from django.apps import AppConfig

from leadroom.kit import doors


class PeopleConfig(AppConfig):
    """The room that asks what we can do."""

    name = "leadroom.people"
    verbose_name = "People"

    def ready(self) -> None:
        """Open the doors."""
        doors.register("nav", "leadroom.people.doors.nav")
        doors.register("account_menu", "leadroom.people.doors.account_menu")
        doors.register("waiting", "leadroom.people.doors.waiting")
        doors.register("home_card", "leadroom.people.doors.home_card")
        doors.register("verbs", "leadroom.people.doors.verbs")
        doors.register("details", "leadroom.people.doors.details")
        doors.register("personal_data", "leadroom.people.exports.personal_data")
        doors.register("calendar", "leadroom.people.doors.calendar")
        doors.register("demo", "leadroom.people.demo.profiles.load")
        doors.register("demo", "leadroom.people.demo.feedback.load")
        doors.register("demo", "leadroom.people.demo.overview.load")
        doors.register("demo", "leadroom.people.demo.diary.load")
        doors.register("demo", "leadroom.people.demo.plans.load")
        doors.register("demo", "leadroom.people.demo.paths.load")
        doors.register("demo", "leadroom.people.demo.mirror.load")
