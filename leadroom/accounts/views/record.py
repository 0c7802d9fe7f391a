# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The council's record: who did what, and which letters could not be delivered."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leadroom.accounts import actions, queries
from leadroom.accounts.models import AuditEvent, Request
from leadroom.accounts.views.parts import administrators_only, asked, page_of, sections
from leadroom.kit import doors
from leadroom.kit.doors import Detail
from leadroom.kit.tables import csv_answer

HEADER = ("at", "by", "verb", "thing", "thing_key", "details")
MOST_LETTERS = 20


@require_safe
@administrators_only
def record(request: Request) -> HttpResponse:
    """Show what was done in the council, newest first."""
    wanted = _wanted(request)
    page = page_of(request, queries.audit_events(request.actor, **wanted))
    words = dict(doors.ask("verbs", request.actor))
    details = _details(request, page)
    shown = {
        "sections": sections("council_record"),
        "page": page,
        "rows": format_html_join("\n", "{}", ((_row(event, words, details),) for event in page)),
        "wanted": wanted,
        "is_narrowed": any(wanted.values()),
        "verbs": sorted(
            ((verb, words[verb]) for verb in queries.verbs(request.actor, list(words))),
            key=lambda pair: pair[1],
        ),
        "letters": list(queries.undelivered_mail(request.actor)[:MOST_LETTERS]),
        "kept": request.GET.urlencode(),
    }
    return render(request, "accounts/council/record.html", shown)


@require_safe
@administrators_only
def record_csv(request: Request) -> HttpResponse:
    """Give the same record, whole, as a file."""
    events = queries.audit_events(request.actor, **_wanted(request)).iterator(500)
    return csv_answer("record", HEADER, (_cells(event) for event in events))


@require_POST
@administrators_only
def send_again(request: Request, key: str) -> HttpResponse:
    """Try to deliver a letter once more."""
    letter = get_object_or_404(queries.undelivered_mail(request.actor), key=key)
    actions.send_again(letter, by=request.actor)
    messages.success(request, _("The letter to %(address)s is tried again now.") % {"address": letter.to})
    return HttpResponseRedirect(reverse("council_record"))


def _wanted(request: Request) -> dict[str, str]:
    return asked(request, "verb", "person")


def _details(request: Request, events: Iterable[AuditEvent]) -> dict[str, Detail]:
    """Return the words for all details; people are named, as far as they are on this page."""
    keys = {event.details.get("manager") for event in events} - {None, ""}
    keys |= {event.thing_key for event in events if event.thing == "membership"}
    known = {detail.name: detail for detail in doors.ask("details", request.actor)}
    names = queries.names_of(request.actor, keys)
    return known | {name: replace(known[name], meanings=names) for name in ("manager", "person")}


def _row(event: AuditEvent, words: dict[str, str], details: dict[str, Detail]) -> SafeString:
    return format_html(
        '<tr><td>{}</td><td>{}</td><td>{}</td><td class="soft">{}</td></tr>',
        date_format(localtime(event.at), "SHORT_DATETIME_FORMAT"),
        event.by or _("The operator"),
        words.get(event.verb, event.verb),
        "; ".join(_told(event, details)),
    )


def _told(event: AuditEvent, details: dict[str, Detail]) -> Iterator[str]:
    if event.thing_key in details["person"].meanings:
        yield details["person"].told(event.thing_key)
    # In the doors' order: a database may keep its own.
    for name in sorted(event.details, key=[*details, *sorted(event.details)].index):
        if value := event.details[name]:
            yield details[name].told(value) if name in details else f"{name}: {value}"


def _cells(event: AuditEvent) -> tuple[object, ...]:
    by = event.by.user.email if event.by else ""
    return (localtime(event.at).isoformat(), by, event.verb, event.thing, event.thing_key, _raw(event))


def _raw(event: AuditEvent) -> str:
    return ", ".join(f"{name}: {value}" for name, value in sorted(event.details.items()) if value)
