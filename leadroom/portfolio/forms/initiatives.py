# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""An initiative's facts as its track asks for them, and what is done to it."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from leadroom.accounts.models import Membership, Unit
from leadroom.people.models import skills_map
from leadroom.portfolio.models import Initiative, LegalBasis, LevelKind, Status, Track, Way, rules_of

COMMON = ("title", "code", "description")
OF_TRACK: dict[str, tuple[str, ...]] = {
    Track.MANDATED: ("source", "source_url", "legal_basis"),
    Track.CHALLENGE: ("result", "need_of", "evidence", "evidence_on"),
    Track.FOUNDATION: (),
}
ANSWERING = ("sponsor", "lead", "unit", "earliest_on", "who_changes", "links", "competencies")
MOST_LINKS = 20


def fields_of(track: str) -> tuple[str, ...]:
    """Return the facts that a track has, in the order of its form."""
    return (*COMMON, *OF_TRACK[track], *ANSWERING)


def _day(label: Any, *, required: bool = False, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": format_lazy(_("{label}: write a day that there is"), label=label)},
    )


def _text(label: Any, *, rows: int = 3, most: int = 4000, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=most,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class InitiativeForm(forms.Form):
    """An initiative's facts; which of them, its track says."""

    title = forms.CharField(label=_("Title"), max_length=160)
    code = forms.CharField(
        label=_("Code"), required=False, max_length=30, help_text=_("If you number your initiatives")
    )
    description = _text(_("What is it?"))
    source = forms.CharField(
        label=_("Who demands it?"),
        required=False,
        max_length=160,
        help_text=_("A strategy, a ministry, a joint organisation"),
    )
    source_url = forms.URLField(
        label=_("Where does it say so?"), required=False, max_length=400, assume_scheme="https"
    )
    legal_basis = forms.ChoiceField(
        label=_("What binds you?"), required=False, choices=[("", _("Choose")), *LegalBasis.choices]
    )
    result = _text(
        _("Which result shall be there?"), help_text=_("What will be different for whom, and by how much")
    )
    need_of = forms.CharField(label=_("Whose need is it?"), required=False, max_length=160)
    evidence = _text(_("How do you know?"), help_text=_("Figures, talks, complaints: what the need rests on"))
    evidence_on = _day(_("Known on"))
    sponsor: "forms.ModelChoiceField[Membership]" = forms.ModelChoiceField(
        label=_("Sponsor"), required=False, queryset=None, to_field_name="key",
        empty_label=_("Nobody yet"),
    )  # fmt: skip
    lead: "forms.ModelChoiceField[Membership]" = forms.ModelChoiceField(
        label=_("Lead"), required=False, queryset=None, to_field_name="key",
        empty_label=_("Nobody yet"),
    )  # fmt: skip
    unit: "forms.ModelChoiceField[Unit]" = forms.ModelChoiceField(
        label=_("Unit"), required=False, queryset=None, to_field_name="key",
        empty_label=_("None"),
    )  # fmt: skip
    earliest_on = _day(_("Not before"), help_text=_("Only if it cannot start earlier"))
    who_changes = _text(
        _("Who will work differently, and how?"),
        help_text=_("It cannot be closed as done before this is answered"),
    )
    links = _text(_("Links"), rows=2, help_text=_("One address a line"))
    competencies = forms.MultipleChoiceField(
        label=_("Competencies that it takes"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: [(each.key, str(each.name)) for each in skills_map().competencies],
    )

    def __init__(
        self,
        *args: Any,
        track: str,
        people: "QuerySet[Membership]",
        units: "QuerySet[Unit]",
        has_deadline: bool = False,
        **kwargs: Any,
    ) -> None:
        """Keep the fields of the track; a new initiative also asks for its deadline."""
        super().__init__(*args, **kwargs)
        wanted = fields_of(track)
        self.fields = {name: self.fields[name] for name in wanted}
        if has_deadline:
            self.fields["deadline"] = _day(
                _("Deadline"), help_text=_("As its source says it; empty if there is none")
            )
            self.order_fields([*COMMON, *OF_TRACK[track], "deadline"])
        self.required = rules_of(track).required
        for name, rows in (("sponsor", people), ("lead", people), ("unit", units)):
            cast(Any, self.fields[name]).queryset = rows
        for name in self.required:
            self.fields[name].required = True

    def clean_links(self) -> str:
        """Refuse what is no address."""
        lines = [line.strip() for line in self.cleaned_data["links"].splitlines() if line.strip()]
        if len(lines) > MOST_LINKS:
            raise ValidationError(_("Keep to twenty links"))
        for line in lines:
            try:
                URLValidator(schemes=["http", "https"])(line)
            except ValidationError as wrong:
                raise ValidationError(
                    _("“%(line)s” is not an address: begin with https://") % {"line": line[:80]}
                ) from wrong
        return "\n".join(lines)


class MoveDeadline(forms.Form):
    """A deadline that has moved."""

    day = _day(_("New deadline"), help_text=_("Empty if there is none any more"))
    known_on = _day(_("Known on"), required=True)
    said_by = forms.CharField(label=_("Who says so?"), max_length=160)

    def clean_known_on(self) -> Any:
        """Refuse what nobody can know yet."""
        known_on = self.cleaned_data["known_on"]
        if known_on > timezone.localdate():
            raise ValidationError(_("Known on: this day is still to come"))
        return known_on


class MoveTrack(forms.Form):
    """Another track, why, and what that track asks for."""

    reason = forms.CharField(
        label=_("Why does it move?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, to: Track, **kwargs: Any) -> None:
        """Ask also for what the new track requires."""
        super().__init__(*args, **kwargs)
        for name in rules_of(to).required:
            self.fields[name] = InitiativeForm.base_fields[name].__deepcopy__({})
            self.fields[name].required = True
        self.asked = rules_of(to).required

    def facts(self) -> dict[str, Any]:
        """Return what the new track asked for."""
        return {name: self.cleaned_data[name] for name in self.asked}


class ChooseStatus(forms.Form):
    """How far an initiative is."""

    status = forms.TypedChoiceField(label=_("How far is it?"), coerce=Status)

    def __init__(self, *args: Any, statuses: Iterable[Status], **kwargs: Any) -> None:
        """Offer those that its track allows."""
        super().__init__(*args, **kwargs)
        cast(Any, self.fields["status"]).choices = [(each.value, each.label) for each in statuses]


class ChooseWay(forms.Form):
    """One of the three ways of a mandated solution."""

    way = forms.TypedChoiceField(
        label=_("Which way does it go?"),
        coerce=Way,
        choices=Way.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three ways")},
    )
    challenge: "forms.ModelChoiceField[Initiative]" = forms.ModelChoiceField(
        label=_("The challenge that takes it over"), required=False, queryset=None,
        to_field_name="key", empty_label=_("None"),
    )  # fmt: skip

    def __init__(self, *args: Any, challenges: "QuerySet[Initiative]", **kwargs: Any) -> None:
        """Offer the open challenges."""
        super().__init__(*args, **kwargs)
        cast(Any, self.fields["challenge"]).queryset = challenges

    def clean(self) -> dict[str, Any]:
        """Ask for the challenge that takes it over."""
        values: dict[str, Any] = super().clean() or {}
        if values.get("way") == Way.TAKEN_OVER and not values.get("challenge"):
            self.add_error("challenge", _("Choose the challenge that takes it over"))
        return values


class LetWait(forms.Form):
    """What an initiative waits for."""

    before: "forms.ModelChoiceField[Initiative]" = forms.ModelChoiceField(
        label=_("Wait for"), queryset=None, to_field_name="key", empty_label=_("Choose"),
    )  # fmt: skip
    months = forms.IntegerField(
        label=_("Months between"), min_value=0, max_value=36, initial=0,
        error_messages={"invalid": _("Months between: write a whole number from 0 to 36")},
    )  # fmt: skip
    least_level = forms.TypedChoiceField(label=_("At least at"), coerce=int)

    def __init__(self, *args: Any, others: "QuerySet[Initiative]", **kwargs: Any) -> None:
        """Offer the other open initiatives."""
        super().__init__(*args, **kwargs)
        cast(Any, self.fields["before"]).queryset = others
        levels: Sequence[tuple[int, Any]] = list(enumerate(label for _code, label in LevelKind.choices))
        cast(Any, self.fields["least_level"]).choices = levels
