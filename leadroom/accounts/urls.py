# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of sign-in, one's own account and the council's administration."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
