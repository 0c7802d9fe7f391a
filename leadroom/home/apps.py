# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Registers `home` with Django."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The room `home`."""

    name = "leadroom.home"
