# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a leader typed before the mirror, or whom she asks to look into it with her, made into clean values."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leadroom.accounts.models import Membership
from leadroom.core.anonymity import FEWEST
from leadroom.core.anonymity.vote import FEWEST_VOTERS
from leadroom.people.forms.feedback import AnswerBy
from leadroom.people.models import Question, Scale, Way, leaders_mirror

TEXT, NOTE = 4000, 1000
# The third way of a small team: no round is opened.
PRIVATE = "PRIVATE"
FEWEST_IN_A_TEAM = 2


def _point(scale: Scale, *, is_team: bool) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=str(scale.team if is_team else scale.alone),
        choices=[(str(number), str(words)) for number, words in enumerate(scale.points, start=1)],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )


class MirrorAnswer(forms.Form):
    """What somebody says to one question, alone or for a team; all of it may stay open."""

    text = forms.CharField(
        label=_("My answer, in my own words"),
        required=False,
        max_length=TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    note = forms.CharField(
        label=_("A note to myself"),
        required=False,
        max_length=NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, question: Question, is_team: bool, **kwargs: Any) -> None:
        """Take the question's own scale, in the words for one or for a team."""
        super().__init__(*args, **kwargs)
        mirror = leaders_mirror()
        self.fields["point"] = _point(mirror.scale_of(question), is_team=is_team)
        self.fields["importance"] = _point(mirror.importance, is_team=is_team)
        self.order_fields(("text", "point", "importance", "note"))


class SendMirror(forms.Form):
    """The vote that goes with the answers of a small team."""

    agrees = forms.TypedChoiceField(
        label=_("Shall we open our answers among ourselves?"),
        choices=[("yes", _("Yes, if all the others say yes too")), ("no", _("No, keep them shut"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no; nobody learns which")},
    )


class OpenMirror(AnswerBy):
    """Which team looks into the mirror until when, and in which way if it is small."""

    name = forms.CharField(
        label=_("What is the team called?"),
        max_length=80,
        error_messages={"required": _("Say what the team is called")},
    )
    members = forms.MultipleChoiceField(
        label=_("Who is in the team?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose who is in the team")},
    )
    way = forms.ChoiceField(
        label=_("Which way do you choose?"),
        choices=[(Way.POOL, ""), (Way.VOTE, ""), (PRIVATE, "")],
        required=False,
        widget=forms.RadioSelect,
    )
    others = forms.MultipleChoiceField(
        label=_("The wider group of managers"), required=False, widget=forms.CheckboxSelectMultiple
    )

    field_order = ("name", "members", "closes_on", "way", "others")

    def __init__(
        self, *args: Any, leaders: Sequence[Membership], me: Membership, is_last: bool, **kwargs: Any
    ) -> None:
        """Offer the council's leaders; `is_last` says that the round is to be opened now, not only looked at."""
        super().__init__(*args, **kwargs)
        self.leaders, self.me, self.is_last = {one.key: one for one in leaders}, me, is_last
        for name in ("members", "others"):
            field = cast(forms.MultipleChoiceField, self.fields[name])
            field.choices = [(one.key, one.user.name) for one in leaders]

    def clean_members(self) -> list[Membership]:
        """Ask for two at least: alone one needs no team."""
        chosen = self._named("members")
        if len(chosen) < FEWEST_IN_A_TEAM:
            raise ValidationError(gettext("Choose two or more; alone you can begin at once"))
        return chosen

    def clean_others(self) -> list[Membership]:
        """Return who answers besides the team."""
        return self._named("others")

    def clean(self) -> dict[str, Any]:
        """Hold the way against the number, once the round is to be opened."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.is_last or "members" not in said:
            return said
        if len(said["members"]) >= FEWEST:
            return said | {"way": Way.ANONYMOUS, "others": []}
        team = said["members"]
        everybody = [*team, *(one for one in said.get("others", ()) if one not in team)]
        problem = self._problem(said.get("way", ""), team, len(everybody))
        if problem:
            self.add_error(*problem)
        return said | {"members": everybody if said.get("way") == Way.POOL else team}

    def _problem(self, way: str, team: Sequence[Membership], in_all: int) -> tuple[str, str] | None:
        if not way:
            return "way", gettext("Choose which of the three ways you take")
        if way == Way.POOL and in_all < FEWEST:
            return "others", gettext("Choose more managers: it takes five in all, better seven or more")
        if way == Way.VOTE and len(team) < FEWEST_VOTERS:
            return "way", gettext("A secret vote takes three or more: choose another way")
        if way == Way.VOTE and self.me not in team:
            return "way", gettext(
                "A secret vote is among those who answer, and you are not one of them: choose another way, "
                "or ask one of the team to open it"
            )
        return None

    def _named(self, field: str) -> list[Membership]:
        return [one for key, one in self.leaders.items() if key in self.cleaned_data[field]]
