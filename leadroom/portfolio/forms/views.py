# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A saved view's name, and what can become of several initiatives at once."""

from django import forms
from django.utils.translation import gettext_lazy as _

from leadroom.portfolio.models import Status

BULK = [(Status.PLANNED, Status.PLANNED.label), (Status.RUNNING, Status.RUNNING.label)]


class SaveView(forms.Form):
    """A name for a way of looking."""

    name = forms.CharField(label=_("Name of the view"), max_length=60)
    query = forms.CharField(required=False, max_length=400, widget=forms.HiddenInput)
