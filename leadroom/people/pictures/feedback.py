# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A feedback round in pictures and sentences: who will see what, how far it is, what it shows, what to talk about."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from leadroom.core.anonymity import Band
from leadroom.core.skills.beside import Beside, Word
from leadroom.core.skills.profile import HIGHEST
from leadroom.kit.translated import LANGUAGES
from leadroom.people import queries
from leadroom.people.models import FeedbackRound, Group, names_in, skills_map
from leadroom.rounds.models import Promise
from leadroom.ui.charts import View, beside
from leadroom.ui.parts import Fact, Legend


@dataclass(frozen=True)
class Topic:
    """One thing to talk about: both behaviours in the pack's words, what lies between them, one question."""

    name: str
    own: str
    own_level: str
    manager: str
    manager_level: str
    sentence: str
    question: str
    competency: str


def receipt(asked: queries.Rated) -> list[Fact]:
    """Say before answering who will see what, when, from how many answers on, and for how long."""
    feedback, promise = asked.feedback, asked.feedback.round.promise if asked.feedback.round else ""
    name, group = feedback.person.user.name, asked.invitee.group
    closes = date_format(asked.invitee.round.closes_on, "DATE_FORMAT")
    return [
        Fact(_("Who will see it"), _who(group, name, feedback)),
        Fact(
            _("When"),
            _("Nobody sees anybody’s answers before the round closes on %(day)s.") % {"day": closes},
        ),
        Fact(_("How it is shown"), _how(group, promise, asked.invitee.round.fewest)),
        Fact(_("For how long"), _how_long(group, name)),
        Fact(_("What for"), _("For development, never for pay. Nobody is ranked.")),
    ]


def _who(group: str, name: str, feedback: FeedbackRound) -> str:
    manager = feedback.manager.user.name if feedback.manager else ""
    if group == Group.COLLEAGUE:
        return _(
            "%(name)s alone, together with what other colleagues answered. Their manager does not see it."
        ) % {"name": name}
    if group == Group.MANAGER:
        return _("%(name)s, with your name. You see %(name)s’s own answers at the same moment.") % {
            "name": name
        }
    if manager:
        return _("You and %(manager)s, who sees your answers at the same moment as you see theirs.") % {
            "manager": manager
        }
    return _("You alone.")


def _how(group: str, promise: str, fewest: int) -> str:
    if group != Group.COLLEAGUE:
        return _("Answer by answer, with the name. You can change them until the round closes.")
    if promise == Promise.TOGETHER:
        return _(
            "Together, but not anonymously: only three or four colleagues are asked, and with so few it can often "
            "be guessed who said what. If you would rather not, say so below; nobody is told why. "
            "If fewer than three answer, nothing is shown."
        )
    return _(
        "Only where more than half of them stand, never a number, a name or a single answer, and only if %(fewest)s or more "
        "answer. With five answers, nobody who puts her own answer beside the result can work out another’s."
    ) % {"fewest": fewest}


def _how_long(group: str, name: str) -> str:
    if group == Group.COLLEAGUE:
        return _(
            "Once sent, your answers are kept without your name and deleted when the round closes. Until then, "
            "whoever runs the database could still match them to you; afterwards nobody can."
        )
    return _("They stay in %(name)s’s profile, with the date, until that is deleted.") % {"name": name}


def steps(feedback: FeedbackRound, answered: queries.Answered, *, is_mine: bool) -> list[Fact]:
    """Say who has answered, as far as that may be known before closing: of colleagues only whether they are enough."""
    yes, no = _("answered"), _("not yet")
    rows = [Fact(feedback.person.user.name, yes if answered.own else no)]
    if feedback.manager is not None:
        rows.append(
            Fact(
                _("%(name)s, line manager") % {"name": feedback.manager.user.name},
                yes if answered.manager else no,
            )
        )
    if is_mine and answered.colleagues is not None:
        fewest = answered.colleagues_needed
        said = (
            _("%(fewest)s or more have answered")
            if answered.colleagues
            else _("fewer than %(fewest)s have answered")
        )
        rows.append(Fact(_("Colleagues"), said % {"fewest": fewest}))
    return rows


@dataclass(frozen=True)
class FeedbackPictures:
    """What the page of a closed round shows."""

    chart: SafeString
    caption: str
    legend: tuple[Legend, ...]
    header: tuple[str, ...]
    rows: list[tuple[str, ...]]
    colleagues: str


def feedback(shown: queries.Outcome) -> FeedbackPictures:
    """Draw a closed round: self beside manager, and colleagues as far as they may be told."""
    rows = [_cells(shown, line) for line in shown.lines]
    views = [_view(shown, line, cells) for line, cells in zip(shown.lines, rows, strict=True)]
    names = names_in(get_language() or LANGUAGES[0])
    title = _("The same competencies, seen by several")
    chart = beside(
        views, title=title, description=" ".join(" – ".join(row) for row in rows), levels=names.levels
    )
    return FeedbackPictures(chart, title, _legend(shown), _header(shown), rows, colleagues_sentence(shown))


def _view(shown: queries.Outcome, line: Beside, cells: Sequence[str]) -> View:
    said = shown.colleagues.get(line.competency, queries.Colleagues())
    single = tuple(said.levels.count(level) for level in range(HIGHEST + 1)) if said.levels else ()
    return View(
        cells[0],
        line.own,
        line.manager,
        (line.colleagues,) if line.colleagues else (),
        single,
        " – ".join(cells),
    )


def _legend(shown: queries.Outcome) -> tuple[Legend, ...]:
    own, manager = _raters(shown)
    named = (Legend("own", own), Legend("manager", manager))
    if _has_bands(shown):
        return (*named, Legend("colleagues", _("Where more than half of the colleagues stand")))
    return (*named, Legend("single", _("One colleague"))) if shown.colleagues else named


def _raters(shown: queries.Outcome) -> tuple[str, str]:
    manager = shown.feedback.manager
    return shown.feedback.person.user.name, manager.user.name if manager else _("Line manager")


def _has_bands(shown: queries.Outcome) -> bool:
    return any(said.band for said in shown.colleagues.values())


def _header(shown: queries.Outcome) -> tuple[str, ...]:
    first = (_("Competency"), *_raters(shown))
    return (
        (*first, _("Colleagues"), _("In a word"))
        if shown.colleagues.get("items")
        else (*first, _("In a word"))
    )


def _cells(shown: queries.Outcome, line: Beside) -> tuple[str, ...]:
    names = names_in(get_language() or LANGUAGES[0])
    first = (names.competencies[line.competency], level_name(line.own), level_name(line.manager))
    said = shown.colleagues
    middle = (colleagues_words(said.get(line.competency, queries.Colleagues())),) if said else ()
    return (*first, *middle, word(line))


def level_name(level: int | None) -> str:
    """Return a level's name, or that none was given."""
    return _("no level") if level is None else names_in(get_language() or LANGUAGES[0]).levels[level]


def word(line: Beside) -> str:
    """Return the word for a difference of a full level or more."""
    words = {Word.BLIND_SPOT: _("blind spot"), Word.HIDDEN_STRENGTH: _("hidden strength")}
    return words[line.word] if line.word else "–"


def colleagues_words(said: queries.Colleagues) -> str:
    """Say what may be told of colleagues' answers about one competency."""
    if said.band is None:
        names = names_in(get_language() or LANGUAGES[0]).levels
        return (
            ", ".join(f"{many} × {names[level]}" for level, many in sorted(Counter(said.levels).items()))
            or "–"
        )
    return {
        Band.MAJORITY_LOW: _("most: not yet or aware"),
        Band.MAJORITY_HIGH: _("most: skilled or leading"),
        Band.NO_MAJORITY: _("no clear majority"),
    }[said.band]


def colleagues_sentence(shown: queries.Outcome) -> str:
    """Say in a sentence how colleagues' answers are shown here, or why not; nothing to her manager."""
    if shown.promise in {"", Promise.NOBODY}:
        return ""
    if not shown.colleagues:
        return _("Too few colleagues answered to show anything. What they answered is deleted.")
    if shown.promise == Promise.TOGETHER:
        return _("Few colleagues were asked: their answers are shown together, and they were told so before.")
    return _(
        "Of your colleagues’ answers you see only where more than half of them stand. "
        "Your manager does not see this part."
    )


def topics(lines: Sequence[Beside]) -> list[Topic]:
    """Return what to talk about, each with both behaviours quoted and one question."""
    return [_topic(line) for line in lines]


def _topic(line: Beside) -> Topic:
    competency = skills_map().by_key[line.competency]
    return Topic(
        str(competency.name),
        _behaviour(line.competency, line.own),
        level_name(line.own),
        _behaviour(line.competency, line.manager),
        level_name(line.manager),
        _apart(line),
        _question(line),
        line.competency,
    )


def _behaviour(key: str, level: int | None) -> str:
    if level is None:
        return _("No level was given.")
    the_map = skills_map()
    return str(the_map.by_key[key].behaviours[level - 1] if level else the_map.levels[0].meaning)


def _apart(line: Beside) -> str:
    difference = line.difference
    if not difference:
        return (
            _("You agree, and the role asks for more.") if difference == 0 else _("One of you gave no level.")
        )
    return ngettext("%(levels)s level apart", "%(levels)s levels apart", abs(difference)) % {
        "levels": abs(difference)
    }


def _question(line: Beside) -> str:
    if line.difference is None:
        return _("Where could the other one get to see this in the coming months?")
    if line.difference > 0:
        return _("Which situation shows the higher level, and who was there to see it?")
    if line.difference < 0:
        return _(
            "What has the manager seen that you do not count yourself, and who else could profit from it?"
        )
    return _("What would be a first occasion, within a month, to do what the next level describes?")
