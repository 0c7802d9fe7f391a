# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is wrong with a file that should hold a map, and what would change, in words."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.text import Truncator
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from leadroom.core.interchange.changes import Change, Part, What
from leadroom.core.interchange.framework import Framework, told
from leadroom.core.interchange.problem import Problem
from leadroom.ui.parts import Fact

SHOWN = 600
REFUSALS: Mapping[str, Callable[[], str]] = {
    "too-large": lambda: _("Your file is larger than 10 MB. A map of words is far smaller: leave out what is not one."),
    "old-or-locked": lambda: _("Your file is locked with a password, or in the old Excel format. Save it as XLSX without a password."),
    "bomb": lambda: _("Your file unpacks into far more than a map. Save only the map as a new file."),
    "not-a-table": lambda: _("Your file is neither a table nor CASE. Save it as CSV, XLSX or JSON."),
    "not-json": lambda: _("Your file is not sound JSON. Have it made anew by the system it comes from."),
    "damaged": lambda: _("Your file is damaged. Have it made or saved anew, and try again."),
    "too-many-rows": lambda: _("Your file has more than 20,000 rows. No map is that long."),
    "too-many-columns": lambda: _("Your file has more than 200 columns. Keep those that the map needs."),
    "empty": lambda: _("There is no map in your file: no rows below the names of its columns, or no JSON in the ZIP."),
    "no-map": lambda: _("The columns of your file are not those of a map. Download our map as a table to see which they are."),
}  # fmt: skip
PROBLEMS: Mapping[str, Callable[[], str]] = {
    "missing": lambda: _("is missing, or says nothing. CASE needs it."),
    "not-a-text": lambda: _("should be a text."),
    "not-an-object": lambda: _("should be an object in curly brackets."),
    "not-a-list": lambda: _("should be a list in square brackets."),
    "link-missing": lambda: _("needs to say where it begins and where it leads (originNodeURI and destinationNodeURI)."),
    "language-unknown": lambda: _("“%(language)s” is a language that Leadroom does not speak. It can be en, da or sv."),
    "language-twice": lambda: _("There are two files in the language “%(language)s”. Keep one of them."),
    "translates-nothing": lambda: _("“%(code)s” is no translation of anything in the file of the language “%(language)s”, or the second of one thing."),
    "no-title": lambda: _("The map has no name in the language “%(language)s”. Every language that any line has needs one."),
    "level-without-name": lambda: _("Level %(level)s has no name in the language “%(language)s”."),
    "no-items": lambda: _("There is nothing in the map: not one domain, area or competency."),
    "too-many-items": lambda: _("There are more than %(most)s lines in the map. No map is that long."),
    "code-repeated": lambda: _("The code “%(code)s” stands here for the second time. Every line needs a code of its own."),
    "parent-unknown": lambda: _("It hangs under “%(parent)s”, which is not in the file. Write the code of another line, or nothing for the top."),
    "no-way-up": lambda: _("“%(code)s” leads round in a circle, or stands too deep. Look at what it hangs under."),
    "map-code-length": lambda: _("The map itself needs a code of at most %(most)s characters (leadroomKey, or the FRAMEWORK row’s code)."),
    "code-length": lambda: _("It needs a code of at most %(most)s characters."),
    "name-missing": lambda: _("“%(code)s” has no name in the language “%(language)s”. Each line needs one in every language of the map."),
    "name-too-long": lambda: _("The name of “%(code)s” is longer than %(most)s characters. Move some of it into its text."),
    "text-too-long": lambda: _("A text of “%(code)s” is longer than %(most)s characters. Shorten it."),
    "column-unknown": lambda: _("“%(column)s” is no column of a map, or stands twice. Mend its name, or leave it out."),
    "column-missing": lambda: _("The column “%(column)s” is missing."),
    "row-unknown": lambda: _("“%(row)s” is no kind of row. It can be FRAMEWORK (one), LEVEL or ITEM."),
    "level-number": lambda: _("“%(code)s” should be the level’s number, 0 to 99, each of them once."),
    "level-unknown": lambda: _("There are behaviours at level %(level)s, but no LEVEL row says what that level is called."),
    "no-framework-row": lambda: _("There is no FRAMEWORK row: one row that says the map’s code and name."),
    "name-it": lambda: _("This table does not say what it is called. Write that below."),
}  # fmt: skip
FATES: Mapping[What, Callable[[], str]] = {
    What.ADDED: lambda: _("Added"),
    What.GONE: lambda: _("Gone"),
    What.RENAMED: lambda: _("Renamed"),
    What.MOVED: lambda: _("Moved"),
    What.TEXT: lambda: _("New words"),
}
TONES = {What.ADDED: "success", What.GONE: "danger"}
# What counts together with what: a behaviour is a text, a kind or an order is where a thing stands.
COUNTED = {What.ANCHOR: What.TEXT, What.KIND: What.MOVED, What.REORDERED: What.MOVED}


@dataclass(frozen=True, slots=True)
class ChangedThing:
    """One line of the map in words: its name, what became of it, and how it was and is."""

    name: str
    fate: str
    tone: str
    said: tuple[str, ...] = field(default=())


def refusal(code: str) -> str:
    """Return why a file is not read, and what to do."""
    return REFUSALS[code]()


def problem(found: Problem) -> str:
    """Return one thing that is wrong, with its place."""
    said = PROBLEMS[found.code]() % found.details
    where = found.where
    if where.row and where.path:
        return _("Row %(row)s, column %(column)s: %(said)s") % {
            "row": where.row,
            "column": where.path,
            "said": said,
        }
    if where.row:
        return _("Row %(row)s: %(said)s") % {"row": where.row, "said": said}
    return f"{where.path}: {said}" if where.path else said


def counts(changes: Iterable[Change]) -> list[Fact]:
    """Return how many lines of the map have each fate; one that is renamed and reworded counts in both."""
    each = {(change.part, change.code, COUNTED.get(change.what, change.what)) for change in changes}
    found = Counter(what for part, _code, what in each if part is Part.ITEM)
    return [Fact(name(), str(found[what])) for what, name in FATES.items()]


def changed_things(changes: Iterable[Change], before: Framework, after: Framework) -> list[ChangedThing]:
    """Return what has changed, thing by thing, in words."""
    words = _Words(before, after)
    by_thing: dict[tuple[Part, str], list[Change]] = {}
    for change in changes:
        by_thing.setdefault((change.part, change.code), []).append(change)
    return [words.thing(part, code, found) for (part, code), found in by_thing.items()]


class _Words:
    """Finds the words, in the reader's language where the map has it."""

    def __init__(self, before: Framework, after: Framework) -> None:
        self.language = get_language() or "en"
        self.framework = after
        self.items = {**before.by_code, **after.by_code}
        self.levels = {level.number: level for each in (before, after) for level in each.levels}

    def thing(self, part: Part, code: str, changes: list[Change]) -> ChangedThing:
        """Return one thing with its changes."""
        what = (
            changes[0].what
            if len(changes) == 1
            else next((each.what for each in changes if each.what in TONES), What.TEXT)
        )
        what = COUNTED.get(what, what)
        said_ = tuple(said for change in changes if (said := self._said(change)))
        return ChangedThing(self._name(part, code), FATES[what](), TONES.get(what, "info"), said_)

    def _name(self, part: Part, code: str) -> str:
        if part is Part.LANGUAGE:
            return _language(code)
        if part is Part.LEVEL:
            return self._level(int(code))
        if part is Part.FRAMEWORK:
            return told(self.framework.title, self.language)
        return told(self.items[code].name, self.language) if code in self.items else code

    def _level(self, number: int) -> str:
        name = told(self.levels[number].name, self.language) if number in self.levels else ""
        return _("Level %(number)s: %(name)s") % {"number": number, "name": name}

    def _said(self, change: Change) -> str:
        if change.what in {What.ADDED, What.GONE}:
            return ""
        if change.what is What.REORDERED:
            return _("What is in it stands in another order")
        if change.what is What.MOVED:
            return self._moved(change)
        part = self._part(change)
        was, now = (Truncator(text).chars(SHOWN) for text in (change.before, change.after))
        words = {"field": part, "before": was, "after": now}
        if not was:
            return _("%(field)s: “%(after)s” is filled in") % words
        if not now:
            return _("%(field)s: “%(before)s” is gone") % words
        return _("%(field)s: “%(before)s” becomes “%(after)s”") % words

    def _moved(self, change: Change) -> str:
        words = {
            "before": self._name(Part.ITEM, change.before) if change.before else _("the top"),
            "after": self._name(Part.ITEM, change.after) if change.after else _("the top"),
        }
        return _("Moved from “%(before)s” to “%(after)s”") % words

    def _part(self, change: Change) -> str:
        if change.what is What.KIND:
            return _("Kind")
        language = (
            _language(change.language) if get_language() == "en" else _language(change.language).lower()
        )
        if change.what is What.ANCHOR:
            return _("%(level)s, in %(language)s") % {
                "level": self._level(change.level),
                "language": language,
            }
        if change.what is What.RENAMED:
            return _("Name, in %(language)s") % {"language": language}
        return _("Text, in %(language)s") % {"language": language}


def _language(code: str) -> str:
    return str(get_language_info(code)["name_translated"])
