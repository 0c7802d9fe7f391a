# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the design system: theme, language, gallery, about."""

from django.urls import path

from leadroom.ui import views

urlpatterns = [
    path("livez", views.alive, name="alive"),
    path("about/", views.about, name="about"),
]
