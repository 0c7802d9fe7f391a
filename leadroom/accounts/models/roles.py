# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person may be in a council. Sponsor, lead, rater and line manager are relations, not roles."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """A role in a council; a person can hold several. A councillor's party is never kept."""

    EMPLOYEE = "EMPLOYEE", _("Employee")
    MANAGER = "MANAGER", _("Manager")
    EXECUTIVE = "EXECUTIVE", _("Executive")
    COUNCILLOR = "COUNCILLOR", _("Councillor")
    DIGITAL_OFFICE = "DIGITAL_OFFICE", _("Digital office")
    ADMINISTRATOR = "ADMINISTRATOR", _("Council administrator")
