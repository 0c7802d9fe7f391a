# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Take the map with you, or bring your own: files out, a file in, and what it would change."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.core.interchange.changes import changes
from leadroom.core.interchange.framework import Framework, told
from leadroom.core.interchange.problem import Unreadable
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.kit.sheets import MOST_BYTES, XLSX
from leadroom.kit.tables import download
from leadroom.kit.workbook import Refused
from leadroom.people import actions, bridge, exports, forms, permissions, pictures, queries
from leadroom.people.models import Framework as Kept

IN_FORCE, REFUSED, PER_PAGE, MOST_VERSIONS = "in-force", 422, 50, 50
CSV = "text/csv; charset=utf-8"


@require_safe
def frameworks(request: Request) -> HttpResponse:
    """Offer the map in force in every format, and list the versions of the council's own."""
    found = list(queries.frameworks(request.actor)[:MOST_VERSIONS])
    shown = {
        "key": IN_FORCE,
        "in_force": bridge.map_in_force(),
        "languages": settings.LANGUAGES,
        "versions": [_listed(each) for each in found if each.kept_at],
        "looked_at": [_listed(each) for each in found if not each.kept_at],
        "may_bring": permissions.may_bring_map(request.actor),
    }
    return render(request, "people/frameworks.html", shown)


def _listed(kept: Kept) -> dict[str, Any]:
    return {"kept": kept, "name": _name(kept)}


def _name(kept: Kept) -> str:
    return told(kept.name, translation.get_language() or "en")


@require_http_methods(["GET", "HEAD", "POST"])
def bring_map(request: Request) -> HttpResponse:
    """Take a file with a map, and lay it beside what there is."""
    require(permissions.may_bring_map(request.actor))
    if request.method != "POST":
        return _bring(request, forms.BringMap(initial={"language": translation.get_language()}), [])
    form = forms.BringMap(request.POST, request.FILES)
    problems: list[str] = []
    if form.is_valid():
        try:
            brought = _brought(request, form)
        except Refused as refused:
            form.add_error("file", pictures.refusal(refused.code))
        except Unreadable as unreadable:
            problems = [pictures.problem(each) for each in unreadable.problems]
            form.add_error("file", _("There is something to mend in your file first. It is listed below."))
        else:
            return redirect("map_version", key=brought.key)
    return _bring(request, form, problems, status=REFUSED)


def _brought(request: Request, form: forms.BringMap) -> Kept:
    said, council = form.cleaned_data, request.actor.person.council
    framework = bridge.read_file(
        said["file"].read(MOST_BYTES + 1),
        language=said["language"],
        creator=council.name,
        title=said["title"],
    )
    return actions.bring_map(said["file"].name, framework, by=request.actor)


def _bring(request: Request, form: forms.BringMap, problems: list[str], *, status: int = 200) -> HttpResponse:
    return render(request, "people/bring_map.html", {"form": form, "problems": problems}, status=status)


@require_safe
def map_version(request: Request, key: str) -> HttpResponse:
    """Show one version and what it changes."""
    return _version(request, _find(request, key))


@require_POST
def keep_map(request: Request, key: str) -> HttpResponse:
    """Keep what was brought as a version."""
    kept = _find(request, key)
    require(permissions.may_bring_map(request.actor))
    form = forms.KeepMap(request.POST)
    if not form.is_valid():
        return _version(request, kept, form, status=REFUSED)
    try:
        actions.keep_map(
            kept, by=request.actor, version=form.cleaned_data["version"], seen=request.POST.get("seen", "")
        )
        messages.success(request, _("Kept. This version never changes from now on."))
    except actions.VersionIsTaken:
        form.add_error("version", _("There is a version of this name already. Choose another."))
        return _version(request, kept, form, status=REFUSED)
    except actions.NothingNew:
        messages.info(
            request, _("It says the same as the version before it, word for word: there is nothing to keep.")
        )
    except actions.KeptAlready:
        messages.info(request, _("This version has been kept already."))
    except ChangedMeanwhile:
        messages.error(
            request, _("Another version was kept since you looked. Here is what would change now.")
        )
    return redirect("map_version", key=key)


@require_POST
def drop_map(request: Request, key: str) -> HttpResponse:
    """Leave what was brought and not kept."""
    kept = _find(request, key)
    try:
        actions.drop_map(kept, by=request.actor)
    except actions.KeptAlready:
        messages.error(request, _("This version is kept, and what is kept stays."))
        return redirect("map_version", key=key)
    messages.success(request, _("Left. Nothing was kept of it."))
    return redirect("framework")


def _version(
    request: Request, kept: Kept, form: forms.KeepMap | None = None, *, status: int = 200
) -> HttpResponse:
    before_it = queries.version_before(request.actor, kept)
    before = bridge.framework_of(before_it) if before_it else bridge.map_in_force()
    framework = bridge.framework_of(kept)
    found = changes(before, framework)
    # A name that an older one has is no proposal for the new one.
    proposed = kept.version if kept.version not in {before.version, bridge.map_in_force().version} else ""
    things = pictures.changed_things(found, before, framework)
    shown: dict[str, Any] = {
        "kept": kept,
        "key": kept.key,
        "name": _name(kept),
        "before": {"name": _name(before_it), "version": before_it.version} if before_it else None,
        "languages": [pair for pair in settings.LANGUAGES if pair[0] in framework.languages],
        "items": len(framework.items),
        "levels": len(framework.levels),
        "counts": pictures.counts(found),
        "page": Paginator(things, PER_PAGE).get_page(request.GET.get("page")),
        "form": form or forms.KeepMap(initial={"version": proposed}),
        "is_new": before_it is None or not framework.says_the_same(before),
        "seen": actions.compared_with(before_it),
        "may_bring": permissions.may_bring_map(request.actor),
    }
    return render(request, "people/map_version.html", shown, status=status)


@require_safe
def as_case(request: Request, key: str, language: str) -> HttpResponse:
    """Download the CASE package of one language."""
    return _file(request, key, language, f"case-{language}.json", "application/json", exports.case_json)


@require_safe
def as_moodle(request: Request, key: str, language: str) -> HttpResponse:
    """Download the table that Moodle takes, in one language."""
    return _file(
        request, key, language, f"moodle-{language}.csv", CSV, lambda *told: exports.moodle_csv(*told[:2])
    )


@require_safe
def as_case_zip(request: Request, key: str) -> HttpResponse:
    """Download the CASE packages of all languages."""
    framework, changed_at = _framework(request, key)
    return download(
        _filename(framework, "case.zip"), "application/zip", exports.case_zip(framework, changed_at)
    )


@require_safe
def as_wide(request: Request, key: str) -> HttpResponse:
    """Download our own table, all languages side by side."""
    framework, _changed_at = _framework(request, key)
    return download(_filename(framework, "map.csv"), CSV, exports.wide_csv(framework))


@require_safe
def as_wide_xlsx(request: Request, key: str) -> HttpResponse:
    """Download our own table as a workbook."""
    framework, _changed_at = _framework(request, key)
    return download(_filename(framework, "map.xlsx"), XLSX, exports.wide_xlsx(framework))


def _file(
    request: Request,
    key: str,
    language: str,
    ending: str,
    kind: str,
    made: Callable[[Framework, str, str], bytes],
) -> HttpResponse:
    framework, changed_at = _framework(request, key)
    if language not in framework.languages:
        raise Http404
    return download(_filename(framework, ending), kind, made(framework, language, changed_at))


def _filename(framework: Framework, ending: str) -> str:
    """Return a name that every system takes: a map's own code may hold anything."""
    return f"{bridge.slug(f'{framework.key} {framework.version}')}-{ending}"


def _framework(request: Request, key: str) -> tuple[Framework, str]:
    """Return a map and the moment since when it is what it is."""
    if key == IN_FORCE:
        return bridge.map_in_force(), timezone.now().isoformat(timespec="seconds")
    kept = _find(request, key)
    return bridge.framework_of(kept), (kept.kept_at or kept.created_at).isoformat(timespec="seconds")


def _find(request: Request, key: str) -> Kept:
    return get_object_or_404(queries.whole_framework(request.actor), key=key)
