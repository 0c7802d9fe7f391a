# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person typed about accounts, as clean values."""

from typing import Any

from allauth.account.forms import LoginForm
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from leadroom.accounts.models import Membership, Role, Unit, User


def _language(help_text: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, widget=forms.RadioSelect, help_text=help_text
    )


class SignIn(LoginForm):
    """E-mail and password; the way to a new password stands below them, once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take away allauth's own link to a new password, and tell browsers what the first field is."""
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class Join(forms.Form):
    """A person who has no account yet."""

    name = forms.CharField(
        label=_("Your name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    language = _language()
    password = forms.CharField(
        label=_("Password"),
        required=False,
        strip=False,
        max_length=256,
        help_text=_(
            "At least 12 characters; three or four words are good. Leave it empty to use a passkey instead."
        ),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        """Take the invited address, which the password must not resemble."""
        super().__init__(*args, **kwargs)
        self.email = email

    def clean_password(self) -> str:
        """Refuse a password that is short, common or like the person's name."""
        password = self.cleaned_data["password"]
        if password:
            validate_password(password, User(email=self.email, name=self.cleaned_data.get("name", "")))
        return str(password)


class Me(forms.Form):
    """What a person says about herself."""

    name = forms.CharField(
        label=_("Your name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    language = _language()


class Person(forms.Form):
    """What an administrator says about a member."""

    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one role.")},
    )
    unit: "forms.ModelChoiceField[Unit]" = forms.ModelChoiceField(
        label=_("Unit"), queryset=None, required=False, to_field_name="key", empty_label=_("No unit")
    )
    title = forms.CharField(label=_("Job title"), max_length=120, required=False)

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        """Take the units that the person can belong to."""
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units.select_related(None)  # type: ignore[attr-defined]


class Invite(Person):
    """Whom an administrator invites."""

    email = forms.EmailField(
        label=_("E-mail"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    name = forms.CharField(
        label=_("Name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    language = _language()

    field_order = ("email", "name", "roles", "unit", "title", "language")


class UnitName(forms.Form):
    """How a unit is called."""

    name = forms.CharField(label=_("Name of the unit"), max_length=120)


class OneUnit(UnitName):
    """What an administrator says about a unit."""

    manager: "forms.ModelChoiceField[Membership]" = forms.ModelChoiceField(
        label=_("Line manager"), queryset=None, required=False, to_field_name="key", empty_label=_("Nobody")
    )

    part_of: "forms.ModelChoiceField[Unit]" = forms.ModelChoiceField(
        label=_("Part of"),
        help_text=_("Who leads that unit is the line manager of who leads this one"),
        queryset=None,
        required=False,
        to_field_name="key",
        empty_label=_("None: it is at the top"),
    )

    def __init__(
        self, *args: Any, managers: QuerySet[Membership], wholes: QuerySet[Unit], **kwargs: Any
    ) -> None:
        """Take the people who can lead the unit, and the units it can be part of."""
        super().__init__(*args, **kwargs)
        self.fields["part_of"].queryset = wholes  # type: ignore[attr-defined]
        self.managers = managers
        self.fields["manager"].queryset = managers  # type: ignore[attr-defined]


class CouncilSettings(forms.Form):
    """How the council is called, and in which language it begins."""

    name = forms.CharField(label=_("Name of the council"), max_length=120)
    language = _language(_("New people begin in it; each can choose another."))


class Colour(forms.Form):
    """One hue on the circle."""

    hue = forms.IntegerField(label=_("Colour"), min_value=0, max_value=359)
