# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The page for a save that came second: what is saved now beside what was typed here.

A form says what it showed by including `ui/_seen.html`; the action refuses (`kit.seen`);
this page is the answer. Nothing was changed, nothing typed is lost, and the person chooses.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from django.forms import BaseForm, BoundField, ChoiceField, ModelChoiceField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from leadroom.kit.seen import ChangedMeanwhile, Values, fingerprint

FIELD = "seen"
CONFLICT = 409
NOT_SENT_AGAIN = {"csrfmiddlewaretoken", FIELD}
Words = Mapping[str, Callable[[str], str]]


@dataclass(frozen=True, slots=True)
class Difference:
    """One field: what is saved, what was typed, in words."""

    label: str
    saved: str
    typed: str
    is_different: bool


def seen(request: HttpRequest, shown: Values | None = None, kept: Mapping[str, str] | None = None) -> str:
    """
    Return what a form has seen: what it showed first, however often it comes back with errors.

    `shown` is what the page shows when it opens; `kept` what was typed before the language changed.
    """
    if request.method == "POST":
        return str(request.POST.get(FIELD, ""))
    return (kept or {}).get(FIELD) or fingerprint(shown or {})


def seen_now(values: Values) -> str:
    """Return what a form carries that shows these values."""
    return fingerprint(values)


def conflict(
    request: HttpRequest,
    form: BaseForm,
    changed: ChangedMeanwhile,
    *,
    thing: str,
    keep_url: str,
    words: Words | None = None,
) -> HttpResponse:
    """Show what is saved and what was typed, field by field, with a way to keep either."""
    shown = {
        "thing": thing,
        "differences": differences(form, changed.saved, words or {}),
        "keep_url": keep_url,
        "page_url": keep_url,
        "posted": [
            (name, value)
            for name, values in request.POST.lists()
            if name not in NOT_SENT_AGAIN
            for value in values
        ],
        "seen": fingerprint(changed.saved),
    }
    return render(request, "ui/stale.html", shown, status=CONFLICT)


def differences(form: BaseForm, saved: Values, words: Words) -> list[Difference]:
    """Return each field that was shown with both its values: as the form would show it, and as it was typed."""
    read = getattr(form, "cleaned_data", {})
    return [
        _difference(form[name], value, words.get(name), is_same=name in read and read[name] == value)
        for name, value in saved.items()
    ]


def _difference(
    bound: BoundField, saved: Any, say: Callable[[str], str] | None, *, is_same: bool
) -> Difference:
    there, here = _codes(bound.field.prepare_value(saved)), _codes(bound.value())
    said = [", ".join((say or _named(bound))(code) for code in codes) for codes in (there, here)]
    return Difference(
        str(bound.label),
        said[0] or _nothing(bound),
        said[1] or _nothing(bound),
        is_different=there != here and not is_same,
    )


def _codes(value: Any) -> list[str]:
    values = value if isinstance(value, list | tuple) else [value]
    return sorted(str(each) for each in values if each not in (None, ""))


def _named(bound: BoundField) -> Callable[[str], str]:
    field = bound.field
    if isinstance(field, ModelChoiceField):
        return lambda code: _row_named(field, code)
    if isinstance(field, ChoiceField):
        names = {str(code): str(name) for code, name in cast(Iterable[tuple[Any, Any]], field.choices)}
        return lambda code: names.get(code, code)
    return str


def _row_named(field: "ModelChoiceField[Any]", code: str) -> str:
    rows = field.queryset
    row = None if rows is None else rows.filter(**{field.to_field_name or "pk": code}).first()
    return field.label_from_instance(row) if row else code


def _nothing(bound: BoundField) -> str:
    return str(getattr(bound.field, "empty_label", "") or _("Nothing"))
