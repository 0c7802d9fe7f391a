# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Calendars that leave the house."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from leadroom.kit.calendar import Entry, calendar_text

NOON = datetime(2026, 11, 2, 12, 0, 5, 700, tzinfo=UTC)
ENTRY = Entry("fjordby/deadline/abc", "Digital Post", date(2027, 2, 28), NOON, moved=2)


def test_entry_is_a_whole_day_that_takes_nobodys_time():
    (event,) = Calendar.from_ical(calendar_text("Days", "en", [ENTRY])).walk("VEVENT")

    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2027, 2, 28), date(2027, 3, 1))
    assert event["transp"] == "TRANSPARENT"
    assert event["sequence"] == 2
    assert event["last-modified"].dt == event["dtstamp"].dt == NOON.replace(microsecond=0)


def test_calendar_has_its_name_and_says_when_to_look_again():
    calendar = Calendar.from_ical(calendar_text("Dage; Åby, Ø", "da", []))

    assert calendar["version"] == "2.0"
    assert calendar["name"] == calendar["x-wr-calname"] == r"Dage\; Åby\, Ø"
    assert calendar["refresh-interval"].dt == timedelta(hours=6)


def test_title_with_anything_in_it_stays_one_title():
    title = "Å & <b>, x; y\\n\r\nEND:VEVENT\x00" + "ø" * 200

    body = calendar_text("Days", "en", [Entry("a", title, ENTRY.day, NOON)])

    (event,) = Calendar.from_ical(body).walk("VEVENT")
    assert event["summary"] == "Å & <b>, x; y\\n END:VEVENT " + "ø" * 200
    assert max(map(len, body.split(b"\r\n"))) <= 75


def test_equal_entries_give_equal_bytes_and_the_same_name_the_same_entry():
    moved = Entry(ENTRY.name, "Digital Post, moved", date(2028, 1, 1), NOON + timedelta(days=1), moved=3)

    assert calendar_text("Days", "en", [ENTRY]) == calendar_text("Days", "en", [ENTRY])
    (one,), (same,) = (
        Calendar.from_ical(calendar_text("Days", "en", [each])).walk("VEVENT") for each in (ENTRY, moved)
    )
    assert one["uid"] == same["uid"]
