# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the room People."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
