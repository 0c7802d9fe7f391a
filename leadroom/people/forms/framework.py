# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A map to bring in, and the version it is kept as."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class BringMap(forms.Form):
    """A file, and what it may not say itself."""

    file = forms.FileField(
        label=_("Your file"),
        help_text=_(
            "CASE as JSON, or as a ZIP with one JSON for each language; or a table as CSV or XLSX. At most 10 MB"
        ),
        error_messages={"required": _("Choose a file"), "empty": _("Your file: there is nothing in it")},
        widget=forms.FileInput(attrs={"accept": ".json,.zip,.csv,.xlsx,.txt"}),
    )
    title = forms.CharField(
        label=_("What it is called, where the file does not say"),
        required=False,
        max_length=200,
        error_messages={"max_length": _("Shorten the name to %(limit_value)d characters")},
    )
    language = forms.ChoiceField(
        label=_("Its language, where the file does not say"), choices=settings.LANGUAGES
    )


class KeepMap(forms.Form):
    """What the version is called."""

    version = forms.CharField(
        label=_("What this version is called"),
        max_length=40,
        help_text=_("A number or a year, as you would say it: 1.1 or 2027"),
        error_messages={
            "required": _("Say what this version is called"),
            "max_length": _("Shorten the version to %(limit_value)d characters"),
        },
    )
