# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Fields as components show them, made from Django's bound fields.

The error stands beside the field and in the summary; hint and error are tied to the
control, so that a screen reader says all three (the pattern of the GOV.UK design system).
Where a form has no words of its own for an error, ours name the field: read alone in the
summary, “This field is required” would say nothing.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, MaxLengthValidator
from django.forms import (
    BaseForm,
    BoundField,
    CheckboxInput,
    CheckboxSelectMultiple,
    ChoiceField,
    Field,
    ModelChoiceField,
    ModelMultipleChoiceField,
    MultipleChoiceField,
    RadioSelect,
    Select,
    Textarea,
)
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

# What Django gives a text area unless the form says otherwise.
TEXTAREA_ROWS = "10"
SELECTED = format_html("{}", " selected")
# What Django says of its own accord, by the error's code; a form's own words are kept.
SAID_BY_DJANGO: dict[str, tuple[Any, ...]] = {
    "required": (Field.default_error_messages["required"],),
    "invalid": (EmailValidator.message,),
    "max_length": (MaxLengthValidator.message,),
    "invalid_choice": tuple(
        kind.default_error_messages["invalid_choice"]
        for kind in (ChoiceField, MultipleChoiceField, ModelChoiceField, ModelMultipleChoiceField)
    ),
}
REQUIRED = {
    "choices": _("Choose: %(label)s"),
    "select": _("Choose: %(label)s"),
    "tick": _("Tick: %(label)s"),
    "area": _("Fill in: %(label)s"),
    "line": _("Fill in: %(label)s"),
}
OTHERS = {
    "invalid": _("%(label)s: write an address like name@example.org"),
    "max_length": _("%(label)s: shorten it to %(limit_value)d characters"),
    "invalid_choice": _("%(label)s: choose again, for what was chosen is not offered"),
}


def kind_of(bound: BoundField) -> str:
    """Return how the field is drawn: choices (radios, ticks), tick, select, text area or line."""
    widget = bound.field.widget
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "choices"
    if isinstance(widget, CheckboxInput):
        return "tick"
    return "select" if isinstance(widget, Select) else "area" if isinstance(widget, Textarea) else "line"


def describe(bound: BoundField, *, label: str = "", hint: str = "") -> dict[str, Any]:
    """Return everything the field's template shows."""
    hint = hint or str(bound.help_text)
    kind = kind_of(bound)
    described_by = " ".join(_described_by(bound, hint=hint))
    return {
        "field": bound,
        "kind": kind,
        "label": label or bound.label,
        "hint": hint,
        "id": bound.id_for_label or bound.auto_id,
        "described_by": described_by,
        "errors": words_of(bound),
        "control": "" if kind == "choices" else _control(bound, described_by),
        "choices": list(_choices(bound)) if kind == "choices" else [],
    }


def errors_of(form: BaseForm) -> list[tuple[str, str]]:
    """Return each error with the id of the control it leads to, in the order of the fields."""
    whole = [("", str(error)) for error in form.non_field_errors()]
    return whole + [(_first_id(bound), words) for bound in form for words in words_of(bound)]


def words_of(bound: BoundField) -> list[str]:
    """Return what is wrong with a field: in the form's own words, or in ours with the field's label."""
    return [_words(bound, error) for error in bound.errors.as_data()]


def _words(bound: BoundField, error: ValidationError) -> str:
    code = error.code or ""
    if not any(error.message is words for words in SAID_BY_DJANGO.get(code, ())):
        return str(next(iter(error)))
    words = REQUIRED[kind_of(bound)] if code == "required" else OTHERS[code]
    return str(words) % ({"label": bound.label} | (error.params or {}))


def _first_id(bound: BoundField) -> str:
    return f"{bound.auto_id}_0" if kind_of(bound) == "choices" else str(bound.auto_id)


def _described_by(bound: BoundField, *, hint: str) -> list[str]:
    return [
        f"{bound.auto_id}-{part}" for part, is_there in (("hint", hint), ("error", bound.errors)) if is_there
    ]


def _attributes(bound: BoundField, described_by: str) -> dict[str, str | bool]:
    attributes: dict[str, str | bool] = {
        "class": f"{bound.field.widget.attrs.get('class', '')} ds-input".strip()
    }
    # Django names hint and error in its own way: an empty value would still be written.
    attributes["aria-describedby"] = described_by or False
    if kind_of(bound) == "area" and bound.field.widget.attrs.get("rows") == TEXTAREA_ROWS:
        attributes["rows"] = "4"
    # The label stands above; inside the field it would vanish with the first letter typed.
    attributes["placeholder"] = False
    if bound.errors:
        attributes["aria-invalid"] = "true"
    return attributes


def _control(bound: BoundField, described_by: str) -> SafeString:
    attributes = _attributes(bound, described_by)
    if type(bound.field.widget) is Select:
        return _select(bound, bound.field.widget, attributes)
    return bound.as_widget(attrs=attributes)


def _select(bound: BoundField, widget: Select, attributes: dict[str, str | bool]) -> SafeString:
    """Write a choice of perhaps hundreds at once: Django renders a template for every option."""
    named = {**attributes, "id": str(bound.auto_id)}
    written = flatatt(widget.build_attrs(widget.attrs, bound.build_widget_attrs(named)))
    chosen = widget.format_value(bound.value())
    options = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (code, SELECTED if code in chosen else "", label)
            for value, label in widget.choices
            for code in ["" if value is None else str(value)]
        ),
    )
    return format_html('<select name="{}"{}>{}</select>', bound.html_name, written, options)


def _choices(bound: BoundField) -> list[dict[str, Any]]:
    kind = "checkbox" if isinstance(bound.field.widget, CheckboxSelectMultiple) else "radio"
    return [
        {
            "id": f"{bound.auto_id}_{number}",
            "name": bound.html_name,
            "type": kind,
            "value": widget.data["value"],
            "label": widget.choice_label,
            "is_chosen": widget.data["selected"],
            "is_disabled": bound.field.disabled,
        }
        for number, widget in enumerate(bound.subwidgets)
    ]
