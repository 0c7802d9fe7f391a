# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Examples of every component: for the gallery page, the tests and the pictures."""

from typing import Any

from django.http import HttpRequest


def sections(request: HttpRequest) -> list[Any]:
    """Return the gallery."""
    return []
