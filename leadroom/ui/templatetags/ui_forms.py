# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The components with which people write: forms, their fields, what is wrong with them, what is saved."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from leadroom.ui import fields
from leadroom.ui.parts import Choice

register = template.Library()


@register.simple_block_tag(takes_context=True)
def form(
    context: Context,
    content: str,
    action_url: str = "",
    *,
    id: str = "",  # noqa: A002 - the attribute's own name
    layout: str = "",
) -> SafeString:
    """
    Hold fields and send them; without an address, to the page's own. Layouts: form, stack.

    The browser checks nothing: its bubbles come one at a time, in its language, and a
    screen reader may miss them. What is wrong stands in `error_summary` and at the field.
    """
    return render_to_string("ui/form.html", locals() | {"csrf_token": context.get("csrf_token")})


@register.inclusion_tag("ui/error_summary.html")
def error_summary(form: BaseForm, title: str = "") -> dict[str, Any]:
    """List what is wrong with a form, each a link to its field; nothing when all is well."""
    return {"title": title, "errors": fields.errors_of(form)}


@register.inclusion_tag("ui/field.html")
def field(bound: BoundField, *, label: str = "", hint: str = "", is_optional: bool = False) -> dict[str, Any]:
    """Show one field of a form: label, hint, error and control, tied together for screen readers."""
    return fields.describe(bound, label=label, hint=hint) | {"is_optional": is_optional}


@register.inclusion_tag("ui/choice_cards.html")
def choice_cards(
    name: str,
    legend: str,
    options: Sequence[Choice],
    *,
    chosen: str = "",
    hint: str = "",
    error: str = "",
    is_heading: bool = False,
    is_plain: bool = False,
    first: int = 0,
) -> dict[str, Any]:
    """
    Ask for one of a few, each a card with its own sentence; `is_plain` draws short answers in a row.

    A second set of the same name says with `first` how many came before it. The form's
    field draws radios, so that `error_summary` leads to the first card.
    """
    return locals() | {"numbered": list(enumerate(options, first))}


@register.inclusion_tag("ui/saved.html")
def saved(state: str = "", text: str = "", *, id: str = "saved") -> dict[str, Any]:  # noqa: A002 - the attribute's own name
    """Say whether what was typed is kept: saved, unsaved, saving, failed; empty while there is nothing to say."""
    return locals()


@register.simple_block_tag(takes_context=True)
def confirm(
    context: Context, content: str, *, action_text: str, question: str, action_url: str, yes_text: str
) -> SafeString:
    """Ask before an act that cannot be undone; opens without script and posts only on the second button."""
    return render_to_string("ui/confirm.html", locals() | {"csrf_token": context.get("csrf_token")})
