# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person typed while she profiled herself, made into clean values."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from leadroom.people.models import Answer, RoleProfile, Scope

NOTE_LENGTH = 2000


class Start(forms.Form):
    """For which role, and how much."""

    role_profile = forms.ChoiceField(
        label=_("Your role"),
        error_messages={"required": _("Choose the role you want to see yourself against")},
    )
    scope = forms.ChoiceField(
        label=_("How much time do you have?"),
        choices=Scope.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the short scan or the full profile")},
    )

    def __init__(self, *args: Any, role_profiles: Iterable[RoleProfile], **kwargs: Any) -> None:
        """Offer the role profiles in force."""
        super().__init__(*args, **kwargs)
        offer(self.fields["role_profile"], role_profiles)


class ChooseRoleProfile(forms.Form):
    """Which role."""

    role_profile = forms.ChoiceField(label=_("Role"))

    def __init__(self, *args: Any, role_profiles: Iterable[RoleProfile], **kwargs: Any) -> None:
        """Offer the role profiles in force."""
        super().__init__(*args, **kwargs)
        offer(self.fields["role_profile"], role_profiles)


class AnswerForm(forms.Form):
    """One answer, with what may be said beside it."""

    answer = forms.TypedChoiceField(
        choices=Answer.choices,
        coerce=Answer,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you do today, or one of the other answers")},
    )
    note = forms.CharField(
        label=_("A note for yourself"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("Shorten the note to %(limit_value)d characters")},
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    token = forms.UUIDField(widget=forms.HiddenInput)


class NoteForm(forms.Form):
    """A note while it is being written."""

    text = forms.CharField(required=False, max_length=NOTE_LENGTH, strip=False)
    version = forms.IntegerField(min_value=0)
    seen = forms.IntegerField(min_value=0)


def offer(field: forms.Field, role_profiles: Iterable[RoleProfile]) -> None:
    """Let a field choose among role profiles, named in the reader's language."""
    cast(forms.ChoiceField, field).choices = [(profile.key, str(profile.name)) for profile in role_profiles]
