# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A file to bring in, and which of its columns is which field."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _


class ChooseFile(forms.Form):
    """An XLSX or CSV file."""

    file = forms.FileField(
        label=_("Your file"),
        help_text=_("Drag it here or choose it: XLSX or CSV, at most 10 MB and 20,000 rows"),
        error_messages={"required": _("Choose a file"), "empty": _("Your file: there is nothing in it")},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
    )


class MapColumns(forms.Form):
    """Which column is which field."""

    def __init__(self, *args: Any, header: Sequence[str], names: Mapping[str, Any], **kwargs: Any) -> None:
        """Make a field for each column."""
        super().__init__(*args, **kwargs)
        choices = [("", _("Leave out")), *names.items()]
        self.header = header
        for place, name in enumerate(header):
            label = name or _now("Column %(number)s") % {"number": place + 1}
            self.fields[f"column-{place}"] = forms.ChoiceField(label=label, required=False, choices=choices)

    def clean(self) -> dict[str, Any]:
        """Ask for the title, and for each field from one column."""
        values: dict[str, Any] = super().clean() or {}
        chosen = [name for name in values.values() if name]
        for place, name in ((place, values.get(place)) for place in self.fields):
            if name and chosen.count(name) > 1:
                self.add_error(place, _("Another column is this field too"))
        if not self.errors and not {"title", "code"} & set(chosen):
            self.add_error(next(iter(self.fields)), _("Say which column is the title"))
        return values

    def mapping(self) -> dict[str, str]:
        """Return fields by the column's place."""
        said = cast(dict[str, str], self.cleaned_data)
        return {name.removeprefix("column-"): value for name, value in said.items() if value}
