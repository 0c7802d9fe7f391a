# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the gallery's examples show: an invented profile, a form in three states, a list, a table."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator

from leadroom.ui import chart_samples
from leadroom.ui.charts import (
    Gap,
    Petal,
    now_to_target,
    wheel,
    wheel_key,
)
from leadroom.ui.charts.petals import State
from leadroom.ui.icons import STROKES
from leadroom.ui.parts import Choice, Crumb, Fact, Legend, Link, Task

CRUMBS = (Crumb("Home", "#"), Crumb("People", "#"), Crumb("My profile"))
LINKS = (Link("My profile", "#", is_current=True), Link("Skills map", "#"), Link("Role profiles", "#"))
FACTS = (Fact("Role", "Service manager"), Fact("Answered", "14 October"), Fact("Shared with", "Nobody yet"))
ICONS = tuple(sorted(STROKES))
LEVELS = ("Not yet", "Aware", "Working", "Skilled", "Leading")

BEHAVIOURS = (
    Choice("AWARE", "Aware", "I can say which of our services people find hardest to use, and why.", "1"),
    Choice("WORKING", "Working", "I watch people use our service and bring what I saw to the team.", "2"),
    Choice(
        "SKILLED", "Skilled", "I change the service after each test with users and measure what it did.", "3"
    ),
    Choice(
        "LEADING",
        "Leading",
        "I have other departments test with their users, and stop what does not help them.",
        "4",
    ),
)
OTHERS = (
    Choice("NOT_YET", "Not yet", key="0"),
    Choice("NOT_IN_ROLE", "Not in my role"),
    Choice("CANNOT_JUDGE", "I cannot judge"),
    Choice("RATHER_NOT", "I would rather not say"),
)
SCOPES = (
    Choice("SCAN", "Short scan", "12 questions, about 5 minutes"),
    Choice("FULL", "Full profile", "42 questions, about 20 minutes; stop and go on whenever you like"),
)
TASKS = (
    Task("Understanding users", "#", 4, 4),
    Task("Data and evidence", "#", 2, 3, "You stopped at question 3"),
    Task("Informationssikkerhedsledelsesansvar", "#", 0, 4),
)
ROWS = (("Sets a clear direction", "Direction", "3", "2–3"), ("Works in the open", "Culture", "1", "2–3"))
TABLE = """{% table_region "Competencies" %}<table class="table"><thead><tr><th scope="col">Competency</th>
<th scope="col">Area</th><th scope="col" class="number">Now</th><th scope="col" class="number">Target</th></tr></thead>
<tbody>{% for row in rows %}<tr><th scope="row">{{ row.0 }}</th><td>{{ row.1 }}</td><td class="number">{{ row.2 }}</td>
<td class="number">{{ row.3 }}</td></tr>{% endfor %}</tbody></table>{% endtable_region %}"""

MAP = {
    "Direction and change": {"Strategy and purpose": 4, "Leading change": 4, "Politics and public value": 3},
    "People and culture": {"Users and inclusion": 4, "Teams and learning": 3, "Working in the open": 3},
    "Services and delivery": {"Service design": 4, "Agile delivery": 3, "Partnerships and buying": 4},
    "Data and technology": {"Data and ethics": 4, "Technology choices": 3, "Security and resilience": 3},
}


class Goal(forms.Form):
    """A form with every kind of field."""

    goal = forms.CharField(label="Goal", help_text="One sentence, in your own words.",
                           error_messages={"required": "Write what you want to become better at."})  # fmt: skip
    practice = forms.CharField(label="How will you practise it?", widget=forms.Textarea, required=False)
    area = forms.ChoiceField(label="Area", choices=[(name, name) for names in MAP.values() for name in names])
    level = forms.ChoiceField(
        label="Where are you today?",
        choices=list(enumerate(LEVELS)),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where you are today."},
    )
    share = forms.MultipleChoiceField(
        label="Share with",
        choices=[("m", "My manager"), ("s", "My set")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    agreed = forms.BooleanField(label="We have talked about this", required=False)


def empty_form() -> Goal:
    """Return the form as it is first seen."""
    return Goal(auto_id="empty_%s", prefix="empty")


def refused_form(prefix: str = "") -> Goal:
    """Return the form sent back with two errors."""
    return Goal(
        {f"{prefix}-area" if prefix else "area": "Service design"},
        auto_id=f"{prefix}id_%s",
        prefix=prefix or None,
    )


def disabled_form() -> Goal:
    """Return the form with a field that cannot be changed."""
    form = Goal(auto_id="disabled_%s", prefix="disabled", initial={"goal": "Set by your manager"})
    form.fields["goal"].disabled = True
    return form


def page() -> Page[int]:
    """Return the third page of a list."""
    return Paginator(range(120), 10).page(3)


def petals(*, answered: str = "full", href: str | None = None) -> list[Petal]:
    """Return an invented profile: `full`, a `scan` with one answer an area, or `none`."""
    found: list[Petal] = []
    for domain, areas in MAP.items():
        for area, count in areas.items():
            found += [
                _petal(len(found) + place, place, area, domain, answered, href) for place in range(count)
            ]
    return found


def _petal(number: int, place: int, area: str, domain: str, answered: str, href: str | None) -> Petal:
    level = (2, 3, 2, 1, 3, 4, 2, 1, 0, 2, 3, 1, 2, 3, 4, 3, 2, 0, 1, 2, 1, 3, 4)[number % 23]
    low = 1 + (number // 3 * 5) % 3
    high = min(low + 1 - (number % 5 == 0), 4)
    is_asked = answered == "full" or (answered == "scan" and place == 0)
    gives_none = answered == "full" and number in {9, 24, 33}
    state: State = "not-asked" if not is_asked else "no-level" if gives_none else "level"
    shown = level if state == "level" else None
    return Petal(
        f"c{number}", f"{area}, {place + 1}", area, domain, shown, low, high, state, href,
        f"{area}, {place + 1}: {LEVELS[level] if shown is not None else 'no level'}",
    )  # fmt: skip


def gaps() -> list[Gap]:
    """Return eight lines from now to target."""
    return [
        Gap("Tests services with the people who use them", 0, 2, 3),
        Gap("Stops what does not help", 1, 3, 3),
        Gap("Persondatabeskyttelsesforordningens efterlevelse i digitaliseringsprojekter", 2, 2, 3),
        Gap("Works in the open", 4, 2, 3),
        Gap("Reads a contract with a supplier", None, 1, 2),
        Gap("Makes the case with ranges, not points", 1, 1, 1),
    ]


WHEEL_KEY = (
    Legend("level", "Level, ring by ring"),
    Legend("target", "What the role asks for"),
    Legend("zero", "Not yet"),
    Legend("not-asked", "Not asked"),
    Legend("no-level", "No level given"),
)
GAPS_KEY = (Legend("now", "Now"), Legend("goal", "What the role asks for"))


def figures(example: Callable[..., Any]) -> tuple[Any, ...]:
    """Return the charts, as examples of `figure`."""
    return (
        example("skill wheel, full profile", _FIGURE, _wheel("full", petals(href="#"))),
        example("skill wheel, short scan", _FIGURE, _wheel("scan", petals(answered="scan"))),
        example("skill wheel, small", "{{ chart }}", {"chart": _small("small", petals())}),
        example(
            "skill wheel, nothing answered", "{{ chart }}", {"chart": _small("none", petals(answered="none"))}
        ),
        example("from now to target", _FIGURE, _gaps()),
        example("roadmap, with what waits and what moved", _FIGURE, chart_samples.a_roadmap()),
        example("each team's load", _FIGURE, chart_samples.some_loads()),
        example("lanes, with looks behind and ahead", _FIGURE, chart_samples.some_lanes()),
        example("one person, seen by several", _FIGURE, chart_samples.several_views()),
        example("a way with its stops", _FIGURE, chart_samples.a_way()),
    )


_FIGURE = (
    "{% card %}{% figure chart caption numbers=numbers legend=legend header=header rows=rows %}{% endcard %}"
)


def _wheel(key: str, shown: list[Petal]) -> dict[str, Any]:
    description = "42 competencies in 12 areas."
    return {
        "caption": f"Your skill wheel ({key})",
        "chart": wheel(shown, key=key, title="Skill wheel", description=description, layout="page"),
        "numbers": wheel_key(shown),
        "legend": WHEEL_KEY,
        "header": ("Competency", "Now", "Target"),
        "rows": [
            (
                petal.label,
                LEVELS[petal.level] if petal.level is not None else "–",
                f"{petal.low}–{petal.high}",
            )
            for petal in shown
        ],
    }


def _small(key: str, shown: list[Petal]) -> str:
    return wheel(shown, title="Skill wheel", description="Your profile in small.", layout="small", key=key)


def _gaps() -> dict[str, Any]:
    chart = now_to_target(gaps(), title="From now to target", description="Six competencies.", levels=LEVELS)
    return {
        "caption": "From now to what the role asks for",
        "chart": chart,
        "legend": GAPS_KEY,
        "header": ("Competency", "Now", "Target"),
        "rows": [
            (gap.label, LEVELS[gap.now] if gap.now is not None else "–", f"{gap.low}–{gap.high}")
            for gap in gaps()
        ],
    }
