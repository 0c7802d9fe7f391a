# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Registers `accounts` with Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who is who."""

    name = "leadroom.accounts"
    verbose_name = "Accounts"
