# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Registers `accounts` with Django."""

from django.apps import AppConfig

from leadroom.kit import doors


class AccountsConfig(AppConfig):
    """Who is who."""

    name = "leadroom.accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        """Open the doors."""
        doors.register("account_menu", "leadroom.accounts.doors.account_menu")
        doors.register("verbs", "leadroom.accounts.doors.verbs")
        doors.register("details", "leadroom.accounts.doors.details")
        doors.register("personal_data", "leadroom.accounts.exports.personal_data")
