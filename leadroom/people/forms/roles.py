# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person typed about role profiles, made into clean values."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leadroom.core.skills.profile import Target
from leadroom.people.forms.profiling import offer
from leadroom.people.models import Competency, RoleProfile

# Translators: one of three numbers that say what a role asks for in a competency.
TARGET_PARTS = (
    ("low", 4, _("%(competency)s, from")),
    ("high", 4, _("%(competency)s, to")),
    ("weight", 3, _("%(competency)s, weight")),
)


class TargetsForm(forms.Form):
    """What a role asks for in some competencies: from, to, and weight for each."""

    def __init__(self, *args: Any, competencies: Iterable[Competency], **kwargs: Any) -> None:
        """Make three fields for each competency."""
        super().__init__(*args, **kwargs)
        self.competencies = tuple(competencies)
        for competency in self.competencies:
            for part, most, label in TARGET_PARTS:
                self.fields[f"{part}-{competency.key}"] = forms.TypedChoiceField(
                    label=label % {"competency": competency.name},
                    choices=[(level, str(level)) for level in range(1 if part == "weight" else 0, most + 1)],
                    coerce=int,
                )

    def clean(self) -> dict[str, Any]:
        """Refuse a range that ends before it begins."""
        values: dict[str, Any] = super().clean() or {}
        for competency in self.competencies:
            low, high = values.get(f"low-{competency.key}"), values.get(f"high-{competency.key}")
            if low is not None and high is not None and low > high:
                self.add_error(
                    f"high-{competency.key}",
                    _("%(competency)s: the range must not end below where it begins")
                    % {"competency": competency.name},
                )
        return values

    def targets(self) -> Mapping[str, Target]:
        """Return the targets typed."""
        values = self.cleaned_data
        return {
            c.key: Target(values[f"low-{c.key}"], values[f"high-{c.key}"], values[f"weight-{c.key}"])
            for c in self.competencies
        }


class AddRoleProfile(forms.Form):
    """A role profile of the council's own."""

    name_en = forms.CharField(label=_("Name in English"), max_length=60, required=False)
    name_da = forms.CharField(label=_("Name in Danish"), max_length=60, required=False)
    name_sv = forms.CharField(label=_("Name in Swedish"), max_length=60, required=False)
    based_on = forms.ChoiceField(label=_("Start from"))

    def __init__(self, *args: Any, role_profiles: Iterable[RoleProfile], **kwargs: Any) -> None:
        """Offer the pack's role profiles to start from."""
        super().__init__(*args, **kwargs)
        offer(self.fields["based_on"], role_profiles)

    def clean(self) -> dict[str, Any]:
        """Ask for a name in one language at least."""
        values: dict[str, Any] = super().clean() or {}
        if not any(values.get(f"name_{language}") for language in ("en", "da", "sv")):
            self.add_error("name_en", _("Give the role a name in one language at least"))
        return values

    def name(self) -> dict[str, str]:
        """Return the name in the languages it was given."""
        return {language: self.cleaned_data[f"name_{language}"] for language in ("en", "da", "sv")}
