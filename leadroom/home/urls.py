# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the start page."""

from django.urls import path

from leadroom.home import views

urlpatterns = [path("", views.home, name="home")]
