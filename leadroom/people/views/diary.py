# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What did I learn? A person's own diary: read it, find something in it, delete it, take it along."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.kit.tables import download
from leadroom.people import actions, exports, forms, permissions, queries
from leadroom.people.models import TEXTS, DiaryEntry, Evidence, skills_map
from leadroom.ui.carried import typed

ON_A_PAGE = 20
SEARCH_LENGTH = 200
# Another question each week, for those who do not know where to begin.
PROMPTS = (
    gettext_lazy("Who did something this week that you want to learn from?"),
    gettext_lazy("When did somebody you serve get stuck, and what did you do?"),
    gettext_lazy("What did you believe on Monday that you no longer believe?"),
    gettext_lazy("Which conversation would you like to have again, and how would it begin?"),
    gettext_lazy("What did you decide without knowing enough, and how did it go?"),
    gettext_lazy("What did you let others solve, and what did it take of you?"),
    gettext_lazy("Where did old habits win over the new way of working?"),
    gettext_lazy("What went better than you had dared to hope, and why?"),
)


@require_safe
def my_diary(request: Request) -> HttpResponse:
    """Show the latest entry and a prompt, and what is looked for."""
    search, tag = request.GET.get("search", "")[:SEARCH_LENGTH], request.GET.get("tag", "")
    mine = queries.diary(request.actor, search=search, tag=tag)
    is_narrowed = bool(search.strip() or tag)
    listed = mine.found if is_narrowed else mine.found[1:]
    page = Paginator(listed, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "is_narrowed": is_narrowed,
        "search": search,
        "tag": tag,
        "tags": sorted(queries.tag_names(mine.tags), key=lambda named: named[1].casefold()),
        "page": page,
        "entries": [shown(entry) for entry in page],
        "latest": shown(mine.latest) if mine.latest and not is_narrowed and page.number == 1 else None,
        "is_empty": mine.latest is None,
        "draft": queries.diary_draft(request.actor),
        "prompt": PROMPTS[timezone.localdate().toordinal() // 7 % len(PROMPTS)],
    }
    return render(request, "people/my_diary.html", context)


def shown(entry: DiaryEntry) -> dict[str, Any]:
    """Return an entry with its questions and the names of its tags."""
    labels = forms.EntryForm.base_fields
    answers = [(name, labels[name].label, getattr(entry, name)) for name in TEXTS if getattr(entry, name)]
    return {"entry": entry, "answers": answers, "tags": queries.tag_names(entry.tags)}


@require_safe
def entry(request: Request, key: str) -> HttpResponse:
    """Show one entry, and what can become of it."""
    found = find(request, key)
    return render(
        request,
        "people/diary_entry.html",
        shown(found) | {"draft": queries.diary_draft(request.actor, found)},
    )


def find(request: Request, key: str) -> DiaryEntry:
    """Return the person's own entry; anybody else's is not there."""
    return get_object_or_404(permissions.visible_diary(request.actor), key=key)


@require_POST
def delete(request: Request, key: str) -> HttpResponse:
    """Delete one entry for good."""
    actions.delete_entry(find(request, key), by=request.actor)
    messages.success(request, _("Deleted. Nothing of it is left in your diary."))
    return redirect("my_diary")


@require_POST
def delete_all(request: Request) -> HttpResponse:
    """Delete the whole diary for good."""
    actions.delete_diary(by=request.actor)
    messages.success(request, _("Your diary is deleted. What you kept as evidence is still yours."))
    return redirect("my_diary")


@sensitive_variables("form")
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def promote(request: Request, key: str) -> HttpResponse:
    """Let one excerpt become evidence, or the beginning of a plan action; the entry stays as it is."""
    found = find(request, key)
    if request.method != "POST":
        return _choose_excerpt(request, found, forms.ExcerptForm(initial=_excerpt(request, found)))
    form = forms.ExcerptForm(request.POST)
    if not form.is_valid():
        return _choose_excerpt(request, found, form, 422)
    competency = form.cleaned_data["competency"]
    actions.keep_evidence(
        by=request.actor,
        competency=competency,
        text=form.cleaned_data["excerpt"],
        seen_on=found.happened_on,
        origin=Evidence.Origin.DIARY,
    )
    messages.success(request, _("Kept as evidence. The rest of the entry stays in your diary."))
    return redirect("competency", key=competency)


def _excerpt(request: Request, found: DiaryEntry) -> dict[str, Any]:
    """Return what the excerpt begins with: the answer she came from, or the first there is."""
    wanted = request.GET.get("from", "")
    texts = {name: getattr(found, name) for name in TEXTS}
    about = next((tag for tag in found.tags if tag in skills_map().by_key), "")
    text = texts.get(wanted) or next(filter(None, texts.values()))
    return {"excerpt": text[: forms.EXCERPT_LENGTH], "competency": about} | typed(request)


def _choose_excerpt(
    request: Request, found: DiaryEntry, form: forms.ExcerptForm, status: int = 200
) -> HttpResponse:
    return render(request, "people/promote.html", {"entry": found, "form": form}, status=status)


@require_safe
def as_json(request: Request) -> HttpResponse:
    """Download the whole diary for another program."""
    answer = JsonResponse(
        exports.diary_json(request.actor), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    return download("leadroom-diary.json", "application/json", answer.content)


@require_safe
def as_html(request: Request) -> HttpResponse:
    """Download the whole diary to read in any browser."""
    entries = [shown(entry) for entry in queries.diary(request.actor).found]
    page = render_to_string("people/diary_file.html", {"entries": entries, "name": request.actor.user.name})
    return download("leadroom-diary.html", "text/html; charset=utf-8", page.encode())
