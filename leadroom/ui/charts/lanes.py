# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lanes: one line per thing that somebody practises, with its time by month and a dot for each look at it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString

from leadroom.ui.charts.timeline import Axis, axis_line, group, lines, paint, row

ROW, MIDDLE, BAR, DOT = 32, 16, 14, 6
# How far it is, by what is drawn: only thought of, agreed, being done.
LOOKS = {
    "draft": f'stroke-dasharray="4 3" {paint(fill="chart-ground", stroke="chart-1")}',
    "agreed": paint(fill="chart-ground", stroke="chart-1"),
    "doing": paint(fill="chart-1", stroke="chart-1"),
}


@dataclass(frozen=True, slots=True)
class Lane:
    """
    One thing: its time from `start` to `end` in months, how far it is (`look`, with its word).

    `looks` are the moments at which one has looked at it, `next_look` when one will.
    """

    label: str
    look: str
    state: str
    start: float
    end: float
    looks: tuple[float, ...] = ()
    next_look: float | None = None
    href: str = ""
    title: str = ""


def lanes(
    shown: Sequence[Lane], axis: Axis, *, title: str, description: str, key: str = "lanes"
) -> SafeString:
    """Return the lanes in the order given."""
    drawn = "".join(_lane(lane, axis) for lane in shown)
    return group(
        "chart-roadmap", key, title, description, f'{axis_line(axis)}<div class="roadmap-rows">{drawn}</div>'
    )


def _lane(lane: Lane, axis: Axis) -> str:
    label = escape(lane.label)
    words = f'<a class="ds-link" href="{escape(lane.href)}">{label}</a>' if lane.href else label
    state = f'<span class="roadmap-level">{escape(lane.state)}</span>'
    return row(
        f'<span class="roadmap-name">{words}</span>{state}',
        lane.title or lane.label,
        ROW,
        "".join(_marks(lane, axis)),
    )


def _marks(lane: Lane, axis: Axis) -> Iterator[str]:
    yield lines(axis)
    yield (
        f'<rect x="{axis.x(lane.start)}" width="{axis.width(lane.start, lane.end)}" y="{MIDDLE - BAR // 2}"'
        f' height="{BAR}" rx="{BAR // 2}" stroke-width="1.5" {LOOKS[lane.look]}/>'
    )
    for at in lane.looks:
        if 0 <= at <= axis.months:
            yield _dot(at, axis, paint(fill="chart-ink", stroke="chart-ground"))
    if lane.next_look is not None and 0 <= lane.next_look <= axis.months:
        yield _dot(lane.next_look, axis, paint(fill="chart-ground", stroke="chart-target"))


def _dot(at: float, axis: Axis, look: str) -> str:
    return f'<circle cx="{axis.x(at)}" cy="{MIDDLE}" r="{DOT}" stroke-width="2.5" {look}/>'
