# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Registers `kit` with Django."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    """The room `kit`."""

    name = "leadroom.kit"
