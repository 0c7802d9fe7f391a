# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""No form that is typed in lets the browser's own bubbles come before our list of what is wrong."""

import re
from pathlib import Path

import pytest

from tools.setup import ROOT

TEMPLATES = sorted(ROOT.glob("leadroom/*/templates/**/*.html"))
FORM = re.compile(r"<form\b(?P<opening>[^>]*)>(?P<body>.*?)</form>", re.DOTALL)
# What a person types or chooses: our components, controls by hand, and a body that may hold either.
TYPED = re.compile(
    r'{% (field|choice_cards)\b|{{ content }}|<select|<textarea(?![^>]*\bhidden)|<input(?![^>]*type="hidden")'
)


def checked_by_the_browser(source: str) -> list[str]:
    """Return the openings of the forms that are sent by POST, typed in, and left to the browser's checks."""
    return [
        form["opening"]
        for form in FORM.finditer(source)
        if 'method="post"' in form["opening"]
        and "novalidate" not in form["opening"]
        and TYPED.search(form["body"])
    ]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_forms_leave_no_check_to_the_browser(template: Path) -> None:
    assert checked_by_the_browser(template.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "body", ["{% field form.name %}", '<input name="a">', "<select></select>", "{{ content }}"]
)
def test_form_left_to_the_browser_is_found(body: str) -> None:
    assert checked_by_the_browser(f'<form method="post" action="{{% url "x" %}}">{body}</form>') != []


@pytest.mark.parametrize(
    "form",
    [
        '<form method="post" novalidate>{% field form.name %}</form>',
        '<form method="post"><input type="hidden" name="a">{% button save %}</form>',
        '<form method="get"><input name="search"></form>',
    ],
)
def test_other_forms_are_left_alone(form: str) -> None:
    assert checked_by_the_browser(form) == []
