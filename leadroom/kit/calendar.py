# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Calendars that leave the house: whole days with a title, as iCalendar (RFC 5545)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import Calendar, Event, vText

CONTENT_TYPE = "text/calendar; charset=utf-8"
NAMES = UUID("6f1c1c52-6a3e-5f5b-9a70-6d0f7f1d2b11")
# How soon a subscriber should look again: days move seldom, and there are many subscribers.
LOOK_AGAIN = timedelta(hours=6)
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One whole day with a title.

    `name` is what it is for good: the same name is the same entry, wherever it has moved. `moved` says
    how often its day has changed, `changed_at` when anything of it last did. `address` leads to the page behind it.
    """

    name: str
    title: str
    day: date
    changed_at: datetime
    moved: int = 0
    address: str = ""


def calendar_text(title: str, language: str, entries: Iterable[Entry]) -> bytes:
    """Return the entries as an iCalendar file; equal entries give equal bytes."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Leadroom//Leadroom//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, _line(title))
    calendar.add("refresh-interval", LOOK_AGAIN, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _event(entry: Entry) -> Event:
    changed_at = entry.changed_at.astimezone(UTC).replace(microsecond=0)
    event = Event()
    event.add("uid", str(uuid5(NAMES, entry.name)))
    # Without a method, the stamp says when the entry was last revised, not when the file was made.
    event.add("dtstamp", changed_at)
    event.add("last-modified", changed_at)
    event.add("sequence", entry.moved)
    event.add("summary", _line(entry.title))
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    if entry.address:
        event.add("url", entry.address)
    # A deadline takes nobody's time: the day stays free for meetings.
    event.add("transp", "TRANSPARENT")
    return event


def _line(text: str) -> vText:
    return vText(CONTROLS.sub(" ", text).strip())
