# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""How ambitious could it be? The levels of one initiative in a table, and sizes for several at once."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.portfolio import actions, forms, permissions, pictures, queries
from leadroom.portfolio.models import Initiative, LevelKind, Size, Team, Track, sizes
from leadroom.ui import stale
from leadroom.ui.carried import typed

REFUSED = 422


@require_http_methods(["GET", "HEAD", "POST"])
def levels(request: Request, key: str) -> HttpResponse:
    """Show an initiative's levels as a table, begun from a size if one is asked for, and take what was typed."""
    found = get_object_or_404(queries.initiatives(request.actor), key=key)
    if found.track == Track.FOUNDATION:
        raise Http404
    require(permissions.may_keep(request.actor, found))
    teams, rows = list(queries.teams(request.actor)), queries.levels_of(request.actor, found)
    least = 2 if found.track == Track.MANDATED else 1
    saved = queries.typed_levels(queries.level_facts(rows), teams)
    if request.method != "POST":
        size, kept = _size(request.GET.get("size", "")), typed(request)
        first = queries.typed_levels(queries.facts_of_size(found, size, teams), teams) if size else saved
        form = forms.LevelsForm(
            initial={"size": size.key if size else ""} | forms.as_read(first) | kept, teams=teams, least=least
        )
        return _page(request, found, form, teams, stale.seen(request, saved, kept), size=size)
    form, seen = forms.LevelsForm(request.POST, teams=teams, least=least), stale.seen(request)
    if not form.is_valid():
        return _page(request, found, form, teams, seen, status=REFUSED)
    try:
        return _saved(request, found, form, teams, seen)
    except ChangedMeanwhile as changed:
        # In the words of the table, so that only what differs is shown as different.
        ours = forms.LevelsForm(queries.typed_levels(form.levels(), teams), teams=teams, least=least)
        words = {name: _as_read(name) for name in changed.saved}
        return stale.conflict(request, ours, changed, thing=found.title, keep_url=request.path, words=words)


def _saved(
    request: Request, found: Initiative, form: forms.LevelsForm, teams: list[Team], seen: str
) -> HttpResponse:
    wanted, size = form.levels(), _size(form.cleaned_data["size"])
    examples = queries.facts_of_size(found, size, teams) if size else None
    actions.set_levels(found, wanted, by=request.actor, seen=seen, examples=examples)
    messages.success(request, _("Saved. The next plan chooses among these levels."))
    for note in pictures.level_notes(wanted, teams):
        messages.warning(request, note)
    return redirect("levels", key=found.key)


def _as_read(name: str):  # type: ignore[no-untyped-def] # noqa: ANN202
    return lambda text: forms.as_read({name: text})[name]


@require_http_methods(["GET", "HEAD", "POST"])
def bulk(request: Request) -> HttpResponse:
    """List the mandated solutions without levels, and give several a size's example values at once."""
    require(permissions.may_add(request.actor))
    waiting = queries.without_levels(request.actor)
    form = forms.ApplySizes(
        request.POST if request.method == "POST" else None,
        initial=typed(request),
        initiatives=waiting,
        sizes=sizes(),
    )
    if request.method == "POST" and form.is_valid():
        given = actions.apply_sizes(form.chosen(), by=request.actor)
        if given:
            said = ngettext(
                "%(count)s solution has levels now.", "%(count)s solutions have levels now.", given
            )
            messages.success(request, said % {"count": given})
        else:
            messages.error(request, _("Choose a size for one of them at least."))
        return redirect("bulk_levels")
    teams = list(queries.teams(request.actor))
    shown = {
        "lines": [(each, form[f"size-{each.key}"]) for each in waiting],
        "form": form,
        "stood_in_for": pictures.stood_in_for(queries.kinds_without_team(sizes()[-1], teams)),
        "page_url": request.path,
    }
    return render(request, "portfolio/bulk_levels.html", shown, status=REFUSED if form.errors else 200)


def _page(
    request: Request,
    found: Initiative,
    form: forms.LevelsForm,
    teams: list[Team],
    seen: str,
    *,
    size: Size | None = None,
    status: int = 200,
) -> HttpResponse:
    rows = queries.levels_of(request.actor, found)
    saved = queries.level_facts(rows)
    examples = {row.kind for row in rows if row.is_example} if size is None else set(LevelKind.values)
    shown = {
        "initiative": found,
        "form": form,
        "seen": seen,
        "lines": pictures.level_lines(form, teams, forms.number_labels()),
        "columns": [(kind.label, kind in examples) for kind in LevelKind],
        "sentence": pictures.levels_sentence(saved),
        "notes": pictures.level_notes(saved, teams) if not form.is_bound and size is None and saved else [],
        "sizes": sizes(),
        "size": size,
        "stood_in_for": pictures.stood_in_for(queries.kinds_without_team(size, teams)) if size else "",
        "has_teams": bool(teams),
        "page_url": request.get_full_path(),
    }
    return render(request, "portfolio/levels.html", shown, status=status)


def _size(key: str) -> Size | None:
    return next((size for size in sizes() if size.key == key), None)
