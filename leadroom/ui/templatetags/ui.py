# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The components, each one typed function; a template that names an unknown argument fails.

Every component has its template in `ui/templates/ui/`, its look in `ui/static/ui/` and
its examples in `ui/gallery.py`.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from html import escape
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from typing import Any

from django import template
from django.core.paginator import Page
from django.http import QueryDict
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from leadroom.ui import icons, theme
from leadroom.ui.parts import Crumb, Fact, KeyGroup, Legend, Link, Task

register = template.Library()

TONE_ICONS = {"neutral": "circle", "info": "info", "success": "done", "warning": "warning", "danger": "wrong"}
# Django's message levels in our words.
TONES = {"": "info", "debug": "info", "error": "danger"} | {tone: tone for tone in TONE_ICONS}
# By whether it is dangerous and whether it is small.
BUTTON_LOOKS = {
    (False, False): "",
    (False, True): mark_safe(' data-button-size="small"'),
    (True, False): mark_safe(' data-color="danger"'),
    (True, True): mark_safe(' data-color="danger" data-button-size="small"'),
}
BUTTONS = {"primary": "primary", "secondary": "secondary", "quiet": "tertiary", "danger": "primary"}


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """Draw one of our icons; the words beside it say the same."""
    return icons.svg(name, size=size)


@register.simple_tag
def mark() -> SafeString:
    """Draw Leadroom's mark: someone who moves, and the room in front."""
    return icons.MARK


@register.simple_tag
@cache
def version() -> str:
    """Say which version this is."""
    try:
        return version_of("leadroom")
    except PackageNotFoundError:
        return "0.1.0"


@register.simple_tag
def theme_url(hue: int | str = "") -> str:
    """Return the address of the style sheet that holds a council's colours."""
    return theme.theme_url(int(hue) if hue != "" and hue is not None else theme.OWN_HUE)


@register.inclusion_tag("ui/page_head.html", takes_context=True)
def page_head(
    context: Context,
    question: str,
    sentence: str = "",
    *,
    action_text: str = "",
    action_url: str = "",
    action_method: str = "get",
    action_form: str = "",
    action_icon: str = "",
    back_text: str = "",
    back_url: str = "",
) -> dict[str, Any]:
    """
    Open a page: its question, the answer in a sentence, its one main action.

    The action is a link, a form of its own (`action_method="post"`), or the button of
    the page's form (`action_form` is its id).
    """
    here = {name: value for name, value in locals().items() if name != "context"}
    return here | {"request": context.get("request"), "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("ui/button.html")
def button(
    text: str,
    *,
    url: str = "",
    kind: str = "primary",
    icon: str = "",
    name: str = "",
    value: str = "",
    form: str = "",
    form_url: str = "",
    type: str = "submit",  # noqa: A002 - the attribute's own name
    is_disabled: bool = False,
    is_small: bool = False,
) -> dict[str, Any]:
    """
    Show a button, or with `url` a link that looks like one. Kinds: primary, secondary, quiet, danger.

    With `form_url` it sends its form there, and not where the form's other buttons send it.
    """
    picture = icons.svg(icon) if icon else ""
    return dict(locals(), variant=BUTTONS[kind], look=BUTTON_LOOKS[kind == "danger", is_small])


@register.simple_block_tag
def card(content: str, title: str = "", *, level: int = 2, tone: str = "", url: str = "") -> SafeString:
    """Lay what belongs together on one card; tones: tinted, accent."""
    return render_to_string("ui/card.html", locals())


@register.inclusion_tag("ui/tag.html")
def tag(text: str, tone: str = "neutral", *, icon: str = "") -> dict[str, Any]:
    """Show a status word; its icon says it without colour. Tones: neutral, info, success, warning, danger."""
    return {"text": text, "tone": tone, "icon": icon or TONE_ICONS[tone]}


@register.inclusion_tag("ui/note.html")
def note(
    text: str,
    title: str = "",
    *,
    tone: str = "info",
    action_text: str = "",
    action_url: str = "",
    is_live: bool = False,
) -> dict[str, Any]:
    """Tell something that matters here; `is_live` has it read out when it appears."""
    tone = TONES[tone]
    return dict(locals(), icon=TONE_ICONS[tone])


@register.inclusion_tag("ui/task_list.html")
def task_list(tasks: Sequence[Task], *, label: str = "") -> dict[str, Any]:
    """List the parts of a longer piece of work with what is done."""
    return locals()


@register.inclusion_tag("ui/progress.html")
def progress(done: int, total: int, text: str, *, id: str = "") -> dict[str, Any]:  # noqa: A002 - the attribute's own name
    """Say how far something is, in words and as a bar."""
    return locals()


@register.inclusion_tag("ui/stat.html")
def stat(value: str, label: str, detail: str = "") -> dict[str, Any]:
    """Show one number that explains itself."""
    return locals()


@register.inclusion_tag("ui/facts.html")
def facts(items: Sequence[Fact]) -> dict[str, Any]:
    """List names and what they are."""
    return locals()


@register.inclusion_tag("ui/empty_state.html", takes_context=True)
def empty_state(
    context: Context,
    title: str,
    text: str,
    *,
    action_text: str = "",
    action_url: str = "",
    action_method: str = "get",
    icon: str = "wheel",
) -> dict[str, Any]:
    """Say what this page will show and how to fill it."""
    here = {name: value for name, value in locals().items() if name != "context"}
    return here | {"csrf_token": context.get("csrf_token")}


@register.simple_block_tag
def table_region(content: str, label: str) -> SafeString:
    """Let a wide table scroll inside the page; the label tells screen readers what it is."""
    return render_to_string("ui/table_region.html", locals())


@register.simple_block_tag
def disclosure(content: str, summary: str, *, is_open: bool = False, id: str = "") -> SafeString:  # noqa: A002
    """Fold away what is one step further."""
    return render_to_string("ui/disclosure.html", locals())


@register.inclusion_tag("ui/figure.html")
def figure(
    chart: SafeString,
    caption: str,
    *,
    numbers: Sequence[KeyGroup] = (),
    legend: Sequence[Legend] = (),
    header: Sequence[str] = (),
    rows: Sequence[Sequence[str]] = (),
    note: str = "",
    is_caption_hidden: bool = False,
) -> dict[str, Any]:
    """
    Show a chart with its caption, its key, and the same numbers as a table.

    `numbers` tells what the numbers mean that stand in place of names on a phone; a
    chart with them is laid so that its middle fills the width there.
    """
    # Joined here: a loop over 42 rows of cells takes a template ten times as long.
    return locals() | {"body": _body(rows), "numbers_list": _numbers(tuple(numbers))}


# The same for everybody who reads in one language.
@lru_cache(maxsize=64)
def _numbers(groups: tuple[KeyGroup, ...]) -> SafeString:
    return render_to_string("ui/_figure_numbers.html", {"groups": groups}) if groups else SafeString()


def _body(rows: Sequence[Sequence[str]]) -> SafeString:
    lines = (f"<tr>{_cells(*row)}</tr>" for row in rows)
    return mark_safe("\n    ".join(lines))  # noqa: S308 - every cell has been escaped


def _cells(first: str, *others: str) -> str:
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in others)
    return f'<th scope="row">{escape(first)}</th>{cells}'


@register.inclusion_tag("ui/breadcrumbs.html")
def breadcrumbs(crumbs: Sequence[Crumb]) -> dict[str, Any]:
    """Show the way to this page; on a phone only the way back."""
    above = [crumb for crumb in crumbs if crumb.url]
    return {"crumbs": crumbs, "back": above[-1] if above else None}


@register.inclusion_tag("ui/section_nav.html")
def section_nav(links: Sequence[Link], label: str) -> dict[str, Any]:
    """Lead to the sister pages of this one."""
    return locals()


@register.inclusion_tag("ui/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[Any], label: str = "") -> dict[str, Any]:
    """Lead through a list that is longer than one page, keeping what was searched for."""
    query = context["request"].GET.copy() if "request" in context else QueryDict(mutable=True)
    query.pop("page", None)
    kept = f"{query.urlencode()}&" if query else ""
    return {
        "page": page,
        "label": label,
        "kept": kept,
        "numbers": page.paginator.get_elided_page_range(page.number),
    }


@register.inclusion_tag("ui/avatar.html")
def avatar(name: str) -> dict[str, Any]:
    """Show a person's initials; the name itself stands beside it or is read out by what holds it."""
    words = name.split()
    ends = words[:1] + words[-1:] if len(words) > 1 else words
    return {"initials": "".join(word[0] for word in ends).upper()}


@register.inclusion_tag("ui/room_nav.html", takes_context=True)
def room_nav(context: Context) -> dict[str, Any]:
    """Lead to the rooms, home first; the one this page is in is marked."""
    request = context.get("request")
    path = request.path if request else ""
    rooms = [
        {"text": item.text, "url": item.url, "is_current": path.startswith(item.url)}
        for item in context.get("rooms") or []
    ]
    return {"rooms": rooms, "is_home": path == "/", "is_shown": bool(context.get("actor"))}


@register.simple_block_tag(takes_context=True)
def language_switch(context: Context, content: str) -> SafeString:
    """
    Offer the languages; the body is the id of the page's main form, if it has one.

    With it the buttons send that form, so that what is typed comes along.
    """
    request = context.get("request")
    here = context.get("page_url") or (request.get_full_path() if request else "/")
    shown = {"form": content.strip(), "here": here, "languages": context.get("languages", ())}
    return render_to_string("ui/language_switch.html", shown | {"csrf_token": context.get("csrf_token")})
