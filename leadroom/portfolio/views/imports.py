# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What will change? A file is read, laid beside the portfolio, brought in whole, and taken back."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.kit.sheets import MOST_BYTES, XLSX, read_table, xlsx
from leadroom.kit.tables import download
from leadroom.kit.workbook import Refused
from leadroom.portfolio import actions, bridge, forms, permissions, pictures, queries
from leadroom.portfolio.models import Import
from leadroom.ui import stale

REFUSED, PER_PAGE = 422, 50


@require_http_methods(["GET", "HEAD", "POST"])
def import_file(request: Request) -> HttpResponse:
    """Take a file, and keep what it says."""
    require(permissions.may_import(request.actor))
    if request.method != "POST":
        return _choose(request, forms.ChooseFile())
    form = forms.ChooseFile(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            table = read_table(file.read(MOST_BYTES + 1))
        except Refused as refused:
            form.add_error("file", pictures.refusal(refused.code))
        else:
            kept = actions.keep_file(file.name, table, by=request.actor)
            return redirect("import_page", key=kept.key)
    return _choose(request, form, status=REFUSED)


@require_http_methods(["GET", "HEAD", "POST"])
def import_page(request: Request, key: str) -> HttpResponse:
    """Show what would become of each row, and take another mapping of columns."""
    held = _find(request, key)
    names = bridge.field_names()
    if request.method != "POST":
        first = {f"column-{place}": name for place, name in held.mapping.items()}
        return _page(request, held, forms.MapColumns(initial=first, header=held.header, names=names))
    form = forms.MapColumns(request.POST, header=held.header, names=names)
    if not form.is_valid():
        return _page(request, held, form, status=REFUSED)
    actions.map_columns(held, form.mapping(), by=request.actor)
    return redirect("import_page", key=key)


@require_POST
def bring_in(request: Request, key: str) -> HttpResponse:
    """Bring the file in, all rows or none."""
    held = _find(request, key)
    leave_out = bool(request.POST.get("leave_out"))
    try:
        counts = actions.bring_in(held, by=request.actor, seen=stale.seen(request), leave_out_wrong=leave_out)
        messages.success(request, pictures.said_import(counts))
    except actions.StillWrong:
        messages.error(
            request, _("Some rows are wrong. Mend them in your file, or tick that they be left out.")
        )
    except actions.BroughtInAlready:
        messages.info(request, _("This file has been brought in already."))
    except ChangedMeanwhile:
        messages.error(
            request, _("The portfolio has changed since you looked. Here is what would change now.")
        )
    return redirect("import_page", key=key)


@require_POST
def undo(request: Request, key: str) -> HttpResponse:
    """Take the file back."""
    held = _find(request, key)
    try:
        kept = actions.take_back(held, by=request.actor)
    except actions.NothingToTakeBack:
        messages.error(request, _("There is nothing to take back."))
    else:
        messages.success(request, _("Taken back."))
        if kept:
            messages.warning(
                request,
                _("Changed since, so left as they are: %(titles)s") % {"titles": ", ".join(kept[:10])},
            )
    return redirect("import_page", key=key)


@require_safe
def template(request: Request) -> HttpResponse:
    """Give an empty file with the right columns, and a sheet in each language that explains them."""
    require(permissions.may_import(request.actor))
    sheets = [(_("Initiatives"), list(bridge.HEADERS), []), *map(_explanation, _mine_first())]
    return download("leadroom-portfolio.xlsx", XLSX, xlsx(sheets))


def _mine_first() -> list[str]:
    mine = translation.get_language()
    return sorted((code for code, _name in settings.LANGUAGES), key=lambda code: code != mine)


def _explanation(language: str) -> tuple[str, list[str], list[tuple[str, str, str]]]:
    with translation.override(language):
        name, header = _("Explanation"), [_("Column"), _("Means"), _("You may write")]
        return f"{name} ({language})", header, bridge.explained_columns()


def _choose(request: Request, form: forms.ChooseFile, *, status: int = 200) -> HttpResponse:
    shown = {"form": form, "imports": queries.imports(request.actor)[:5]}
    return render(request, "portfolio/import.html", shown, status=status)


def _page(request: Request, held: Import, form: forms.MapColumns, *, status: int = 200) -> HttpResponse:
    there = queries.everything(request.actor)
    is_open = held.status == Import.Status.READ
    is_read = is_open and bool({"title", "code"} & set(held.mapping.values()))
    found = actions.dry_run(held, there, request.actor) if is_read else []
    shown: dict[str, Any] = {
        "import": held,
        "form": form,
        "is_open": is_open,
        "is_read": is_read,
        "ask_columns": bool(form.errors) or not is_read,
        "left_out": [
            name for place, name in enumerate(held.header) if name and str(place) not in held.mapping
        ],
        "can_undo": held.status == Import.Status.DONE,
        "counts": pictures.import_counts(found) if is_open else pictures.kept_counts(held.counts),
        "has_wrong": any(line.fate is bridge.Fate.WRONG for line in found),
        "has_news": any(line.fate in {bridge.Fate.NEW, bridge.Fate.CHANGED} for line in found),
        "page": Paginator(pictures.import_lines(found), PER_PAGE).get_page(request.GET.get("page")),
        "seen": queries.state_of(there),
        "page_url": request.path,
    }
    return render(request, "portfolio/import_page.html", shown, status=status)


def _find(request: Request, key: str) -> Import:
    require(permissions.may_import(request.actor))
    return get_object_or_404(queries.whole_import(request.actor), key=key)
