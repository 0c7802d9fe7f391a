# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the design system: colours, language, gallery, about."""

from django.urls import path

from leadroom.ui import views

urlpatterns = [
    path("livez", views.alive, name="alive"),
    path("about/", views.about, name="about"),
    path("gallery/", views.gallery, name="gallery"),
    path("language/", views.set_language, name="set_language"),
    path("theme/<int:hue>-<slug:mark>.css", views.theme, name="theme"),
]
