# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Registers `kit` with Django."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class KitConfig(AppConfig):
    """The room `kit`."""

    name = "leadroom.kit"

    def ready(self) -> None:
        """Let every room register its jobs."""
        autodiscover_modules("jobs")
