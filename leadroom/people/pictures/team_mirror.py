# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a team stands before the mirror, in a picture and in sentences, and what it may talk about."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from leadroom.core.anonymity import Band, Share, Spread
from leadroom.people import queries
from leadroom.people.models import Scale, Way, leaders_mirror
from leadroom.people.pictures.mirror import MirrorPicture, place, point_name, ten_lines
from leadroom.ui.charts import View
from leadroom.ui.parts import Legend

TONES = {Spread.AGREEMENT: "neutral", Spread.MIXED: "info", Spread.DIVIDED: "warning"}
# Which of the five points a band covers, counted from 0.
LOW, HIGH, ALL = (0, 1), (3, 4), (0, 4)


@dataclass(frozen=True)
class TeamLine:
    """One question as a team stands in it, in words."""

    key: str
    name: str
    question: str
    word: str
    tone: str
    stand: str
    importance: str
    own: str
    is_chosen: bool


@dataclass(frozen=True)
class MirrorTopic:
    """One thing for a team to talk about: how it stood, something to think of, a question to begin with."""

    name: str
    question: str
    stand: str
    importance: str
    reflection: str
    first: str


def team_picture(outcome: queries.TeamOutcome) -> MirrorPicture | None:
    """Draw a team's ten lines, what deserves a talk first, with the reader's own point; nothing where nothing is shown."""
    if not outcome.lines:
        return None
    views = [
        View(
            f"{line.question.name} – {spread_word(line.stand.spread)}",
            place(line.own),
            None,
            _stretches(line.stand),
            tuple(line.stand.points.count(point) for point in range(1, 6)) if line.stand.points else (),
            f"{line.question.name} – {spread_word(line.stand.spread)}. {stand_sentence(line)}",
        )
        for line in outcome.lines
    ]
    rows = [_team_cells(line) for line in outcome.lines]
    header = (_("Question"), _("In a word"), _("How we stand"), _("How important"), _("My own answer"))
    is_together = outcome.mirror.way == Way.VOTE
    team = Legend("single", _("One of us")) if is_together else Legend("colleagues", _("The team"))
    note = (
        ""
        if is_together
        else _(
            "A short bar: more than half stand there. A long bar: no majority. Two bars: some at each end. "
            "Your own point is seen by you alone."
        )
    )
    return ten_lines(
        views,
        _("How we stand, what deserves a talk first"),
        (team, Legend("own", _("Me"))),
        header,
        rows,
        note,
    )


def mirror_lines(outcome: queries.TeamOutcome, ticked: Collection[str]) -> list[TeamLine]:
    """Return a team's lines in words, what deserves a talk first; `ticked` are the keys of topics."""
    return [
        TeamLine(
            line.question.key,
            str(line.question.name),
            str(line.question.team),
            spread_word(line.stand.spread),
            TONES[line.stand.spread],
            stand_sentence(line),
            importance_sentence(line),
            point_name(line.question, line.own),
            line.question.key in ticked,
        )
        for line in outcome.lines
    ]


def mirror_topics(lines: Sequence[queries.Line]) -> list[MirrorTopic]:
    """Return what a team chose to talk about, each with a question to begin with."""
    return [
        MirrorTopic(
            str(line.question.name),
            str(line.question.team),
            f"{spread_word(line.stand.spread).capitalize()}. {stand_sentence(line)}",
            importance_sentence(line),
            str(line.question.reflection),
            _first_question(line.stand),
        )
        for line in lines
    ]


def team_summary(outcome: queries.TeamOutcome) -> str:
    """Say in a sentence how a team stands."""
    return _(
        "Of the ten questions you agree in %(agreement)s, are mixed in %(mixed)s and divided in %(divided)s."
    ) % {
        "agreement": outcome.count(Spread.AGREEMENT),
        "mixed": outcome.count(Spread.MIXED),
        "divided": outcome.count(Spread.DIVIDED),
    }


def spread_word(spread: Spread) -> str:
    """Return the word for how far a team is of one mind."""
    return {
        Spread.AGREEMENT: _("agreement"),
        Spread.MIXED: _("mixed"),
        Spread.DIVIDED: _("divided"),
    }[spread]


def stand_sentence(line: queries.Line) -> str:
    """Say how a team stands in one question: from what is published, and no more."""
    if line.stand.points:
        points = _counted(leaders_mirror().scale_of(line.question), line.stand.points)
        return _("Today: %(points)s.") % {"points": points}
    if line.stand.band is Band.NO_MAJORITY:
        return _ends(line.stand)
    is_clear, is_high = line.question.asks == "clear", line.stand.band is Band.MAJORITY_HIGH
    nearly_all = Share.NEARLY_ALL in (line.stand.low, line.stand.high)
    return {
        (True, True, False): _("More than half find our answer clear."),
        (True, True, True): _("Nearly all find our answer clear."),
        (True, False, False): _("More than half find that we have no clear answer."),
        (True, False, True): _("Nearly all find that we have no clear answer."),
        (False, True, False): _("More than half say that this is mostly or entirely true of us."),
        (False, True, True): _("Nearly all say that this is mostly or entirely true of us."),
        (False, False, False): _("More than half say that this is hardly true of us."),
        (False, False, True): _("Nearly all say that this is hardly true of us."),
    }[is_clear, is_high, nearly_all]


def importance_sentence(line: queries.Line) -> str:
    """Say how important a team finds one question."""
    if line.importance.points:
        points = _counted(leaders_mirror().importance, line.importance.points)
        return _("How important: %(points)s.") % {"points": points}
    return {
        Band.MAJORITY_HIGH: _("More than half find it very important."),
        Band.NO_MAJORITY: _("No majority on how important it is."),
        Band.MAJORITY_LOW: _("More than half find it less important."),
    }[line.importance.band]


def _ends(stand: queries.Stand) -> str:
    ends: dict[tuple[Share | None, Share | None], str] = {
        (Share.SOME, Share.SOME): _("Some of us are at one end, some at the other."),
        (Share.SOME, Share.FEW): _("Some at the lower end, few at the upper."),
        (Share.FEW, Share.SOME): _("Few at the lower end, some at the upper."),
        (Share.FEW, Share.FEW): _("Few at either end."),
    }
    return ends.get((stand.low, stand.high), _("No majority either way."))


def _counted(scale: Scale, points: Sequence[int]) -> str:
    return ", ".join(f"{many} × {scale.points[point - 1]}" for point, many in sorted(Counter(points).items()))


def _first_question(stand: queries.Stand) -> str:
    if stand.spread is Spread.DIVIDED:
        return _("What have some of us seen here that the others have not?")
    if stand.spread is Spread.MIXED:
        return _("What would have to be different for most of us to say yes without hesitating?")
    if stand.band is Band.MAJORITY_LOW:
        return _("What is the first thing that one of us can do about it before our next meeting?")
    return _("Who outside this room would say otherwise, and what would they point at?")


def _stretches(stand: queries.Stand) -> tuple[tuple[int, int], ...]:
    if stand.points:
        return ()
    if stand.spread is Spread.AGREEMENT:
        return (LOW,) if stand.band is Band.MAJORITY_LOW else (HIGH,)
    return (LOW, HIGH) if stand.spread is Spread.DIVIDED else (ALL,)


def _team_cells(line: queries.Line) -> tuple[str, ...]:
    return (
        str(line.question.name),
        spread_word(line.stand.spread),
        stand_sentence(line),
        importance_sentence(line),
        point_name(line.question, line.own),
    )
