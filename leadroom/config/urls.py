# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every address of Leadroom."""

from django.urls import include, path

urlpatterns = [
    path("", include("leadroom.home.urls")),
    path("", include("leadroom.ui.urls")),
    path("", include("leadroom.accounts.urls")),
    path("people/", include("leadroom.people.urls")),
    path("portfolio/", include("leadroom.portfolio.urls")),
]

handler400 = "leadroom.ui.views.bad_request"
handler403 = "leadroom.ui.views.forbidden"
handler404 = "leadroom.ui.views.not_found"
handler500 = "leadroom.ui.views.broken"
