# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Examples of every component: the same feed the gallery page, the tests and the pictures.

What an example says is data, not interface, so it is English (and, where width is the
question, the longest Danish we know); what the component itself says is translated.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.template import engines
from django.utils.safestring import SafeString

from leadroom.ui import samples


@dataclass(frozen=True, slots=True)
class Example:
    """One component in one state, as a template would write it."""

    name: str
    source: str
    context: Mapping[str, Any] = field(default_factory=dict)

    def render(self, request: HttpRequest) -> SafeString:
        """Draw it."""
        template = engines["django"].from_string(self.source)
        return SafeString(template.render(dict(self.context), request))


LONG = "Kommunalbestyrelsesmedlemmernes digitaliseringsstrategiforankring"

EXAMPLES: dict[str, tuple[Example, ...]] = {
    "page_head": (
        Example(
            "with its main action",
            '{% page_head "Where am I strong, what first?" "You are at target in 7 of 12 areas."'
            ' action_text="Plan the first step" action_url="#" %}',
        ),
        Example(
            "with a way back", '{% page_head title back_text="My profile" back_url="#" %}', {"title": LONG}
        ),
    ),
    "breadcrumbs": (Example("three steps", "{% breadcrumbs crumbs %}", {"crumbs": samples.CRUMBS}),),
    "section_nav": (Example("sister pages", '{% section_nav links "Sections" %}', {"links": samples.LINKS}),),
    "button": (
        Example(
            "kinds",
            '<div class="actions">{% button "Save and go on" %}{% button "Change" kind="secondary" icon="edit" %}'
            '{% button "Not now" kind="quiet" %}{% button "Delete" kind="danger" icon="trash" %}'
            '{% button "As a link" url="#" kind="secondary" icon="download" %}</div>',
        ),
        Example(
            "disabled, small, long",
            '<div class="actions">{% button "Save" is_disabled=True %}{% button "Add" kind="secondary" is_small=True %}'
            "{% button long %}</div>",
            {"long": LONG},
        ),
    ),
    "tag": (
        Example(
            "tones",
            '<div class="actions">{% tag "Draft" %}{% tag "Shared with your manager" "info" %}{% tag "At target" "success" %}'
            '{% tag "On the way" "warning" icon="half" %}{% tag "Not possible" "danger" %}</div>',
        ),
    ),
    "note": (
        Example("information", '{% note "Only you see this until you share it." %}'),
        Example("success", '{% note "Your manager has been told." "Sent" tone="success" %}'),
        Example(
            "warning with a way on",
            '{% note "Agree new dates with your manager, or close the goals." "Two goals need a decision before 31 March"'
            ' tone="warning" action_text="See the two goals" action_url="#" %}',
        ),
        Example(
            "danger", '{% note "Your connection was lost. What you wrote is still here." tone="danger" %}'
        ),
    ),
    "card": (
        Example(
            "three side by side",
            '<div class="cards">{% card "Waiting for you" %}<p>Three questions are left in your profile.</p>{% endcard %}'
            '{% card "With a link" url="#" tone="tinted" %}<p>Tinted, for what stands behind.</p>{% endcard %}'
            '{% card title tone="accent" %}<p>Accent, for the one thing to see first.</p>{% endcard %}</div>',
            {"title": LONG},
        ),
    ),
    "stat": (
        Example(
            "numbers that explain themselves",
            '<div class="cards">{% card %}{% stat "7 of 12" "Areas at target" "Two more than in March" %}{% endcard %}'
            '{% card %}{% stat "18 %" "Headroom" "of the council\'s capacity is left for what it chose" %}{% endcard %}</div>',
        ),
    ),
    "facts": (
        Example("names and values", "{% card %}{% facts items %}{% endcard %}", {"items": samples.FACTS}),
    ),
    "progress": (Example("words and a bar", '{% progress 5 12 "5 of 12 areas done" %}'),),
    "saved": (
        Example(
            "every state",
            '<div class="actions">{% saved "saved" id="s1" %}{% saved "unsaved" id="s2" %}{% saved "saving" id="s3" %}'
            '{% saved "failed" id="s4" %}</div>',
        ),
    ),
    "form": (
        Example(
            "sent back with errors",
            '{% form "#" layout="form" %}{% field form.goal %}{% field form.level %}{% button "Save" %}{% endform %}',
            {"form": samples.refused_form("sent")},
        ),
    ),
    "error_summary": (Example("two errors", "{% error_summary form %}", {"form": samples.refused_form()}),),
    "field": (
        Example(
            "empty",
            "{% field form.goal %}{% field form.practice is_optional=True %}{% field form.area %}{% field form.level %}"
            "{% field form.share %}{% field form.agreed %}",
            {"form": samples.empty_form()},
        ),
        Example(
            "refused",
            "{% field form.goal %}{% field form.level %}",
            {"form": samples.refused_form("refused")},
        ),
        Example("disabled", "{% field form.goal %}", {"form": samples.disabled_form()}),
    ),
    "choice_cards": (
        Example(
            "four behaviours",
            '{% choice_cards "behaviour" "Which of these do you do today?" options chosen="WORKING" hint=hint is_heading=True %}',
            {"options": samples.BEHAVIOURS, "hint": "Choose what a colleague could have seen."},
        ),
        Example(
            "short answers",
            '{% choice_cards "other" "None of these fits" options is_plain=True %}',
            {"options": samples.OTHERS},
        ),
        Example(
            "refused",
            '{% choice_cards "scope" "How much time do you have?" options error="Choose how long you want to take." %}',
            {"options": samples.SCOPES},
        ),
    ),
    "task_list": (
        Example("three states", "{% card %}{% task_list tasks %}{% endcard %}", {"tasks": samples.TASKS}),
    ),
    "table_region": (Example("wide", samples.TABLE, {"rows": samples.ROWS}),),
    "pagination": (Example("page 3 of 12", "{% pagination page %}", {"page": samples.page()}),),
    "disclosure": (
        Example(
            "folded",
            '{% disclosure "How is this worked out?" %}<p>From your own answers only.</p>{% enddisclosure %}',
        ),
    ),
    "confirm": (
        Example(
            "asks first",
            '{% confirm action_text="Delete the plan" question="Delete the plan for good?" action_url="#" yes_text="Yes, delete it" %}'
            "<p>Its four actions go with it. This cannot be undone.</p>{% endconfirm %}",
        ),
    ),
    "empty_state": (
        Example(
            "what will be here",
            '{% empty_state "Your wheel grows here" "Answer 12 short questions and see where you are strong and what comes first.'
            ' It takes about five minutes." action_text="Make my profile" action_url="#" %}',
        ),
    ),
    "avatar": (Example("initials", '<div class="actions">{% avatar "Anna Holm" %}{% avatar "Åse" %}</div>'),),
    "icon": (
        Example(
            "all",
            '<ul class="gallery-swatches">{% for name in names %}<li class="actions">{% icon name %} {{ name }}</li>{% endfor %}</ul>',
            {"names": samples.ICONS},
        ),
    ),
    "figure": samples.figures(Example),
}


def sections(request: HttpRequest) -> list[dict[str, Any]]:
    """Return every component with its examples, drawn in the language in force."""
    return [
        {
            "name": component,
            "examples": [
                {"name": one.name, "source": one.source, "html": one.render(request)} for one in examples
            ],
        }
        for component, examples in EXAMPLES.items()
    ]
