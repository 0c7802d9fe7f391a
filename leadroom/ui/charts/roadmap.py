# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The roadmap: one line per initiative with its bar in time, how ambitious it is, its deadline, and what it waits for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString

from leadroom.ui.charts.timeline import Axis, axis_line, group, hidden, lines, paint, row

ROW, BAR_TOP, BAR = 32, 6, 20
LEVELS = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """
    One initiative: its work from `start` to `end`, and how ambitious (`level`, 0 to 3, with its name).

    `before` is where it stands in the plan it is compared with, None where that is the same.
    """

    key: str
    label: str
    level: int
    level_name: str
    start: float
    end: float
    deadline: float | None = None
    before: tuple[float, float] | None = None
    href: str = ""
    title: str = ""


def roadmap(
    bars: Sequence[Bar],
    axis: Axis,
    *,
    title: str,
    description: str,
    waits: Sequence[tuple[str, str]] = (),
    key: str = "roadmap",
) -> SafeString:
    """Return the bars in the order given; `waits` are pairs of keys, the one before and the one after."""
    drawn = "".join(_bar(bar, axis, key) for bar in bars)
    return group(
        "chart-roadmap",
        key,
        title,
        description,
        f'{_patterns(key)}{axis_line(axis)}<div class="roadmap-rows">{drawn}{_waits(bars, axis, waits)}</div>',
    )


def _patterns(key: str) -> str:
    """Return one pattern for each level: the more ambitious, the more ink."""
    look = paint("none", "chart-1")
    drawn = (
        f"<rect width='8' height='8' {paint('chart-ground')}/>",
        f"<rect width='8' height='8' {paint('chart-ground')}/><path d='M-2 2l4-4M0 8l8-8M6 10l4-4' stroke-width='1.5' {look}/>",
        f"<rect width='8' height='8' {paint('chart-ground')}/><path d='M-2 2l4-4M0 8l8-8M6 10l4-4' stroke-width='4' {look}/>",
        f"<rect width='8' height='8' {paint('chart-1')}/>",
    )
    made = "".join(
        f'<pattern id="{escape(key)}-level-{level}" width="8" height="8" patternUnits="userSpaceOnUse">{shape}</pattern>'
        for level, shape in enumerate(drawn)
    )
    return hidden(made)


def _bar(bar: Bar, axis: Axis, key: str) -> str:
    label = escape(bar.label)
    words = f'<a class="ds-link" href="{escape(bar.href)}">{label}</a>' if bar.href else label
    level = f'<span class="roadmap-level">{escape(bar.level_name)}</span>'
    return row(
        f'<span class="roadmap-name">{words}</span>{level}',
        bar.title or bar.label,
        ROW,
        "".join(_marks(bar, axis, key)),
    )


def _marks(bar: Bar, axis: Axis, key: str) -> Iterator[str]:
    yield lines(axis)
    if bar.before:
        yield (
            f'<rect x="{axis.x(bar.before[0])}" width="{axis.width(*bar.before)}" y="{BAR_TOP - 3}" height="{BAR + 6}"'
            f' rx="6" stroke-width="1.5" stroke-dasharray="3 3" {paint(stroke="chart-ink")}/>'
        )
    yield (
        f'<rect x="{axis.x(bar.start)}" width="{axis.width(bar.start, bar.end)}" y="{BAR_TOP}" height="{BAR}" rx="4"'
        f' stroke-width="1.5" class="stroke-chart-1" fill="url(#{escape(key)}-level-{min(max(bar.level, 0), LEVELS - 1)})"/>'
    )
    if bar.deadline is not None and 0 <= bar.deadline <= axis.months:
        yield (
            f'<svg x="{axis.x(bar.deadline)}" y="{ROW // 2}" width="1" height="1" overflow="visible">'
            f'<path d="M0-12V12M0-12h8l-3 4 3 4h-8" stroke-width="2" {paint("chart-target", "chart-target")}/></svg>'
        )


def _waits(bars: Sequence[Bar], axis: Axis, waits: Sequence[tuple[str, str]]) -> str:
    """Return a line from each end to the start that waits for it, with a dot where it arrives."""
    place: Mapping[str, tuple[int, Bar]] = {bar.key: (row, bar) for row, bar in enumerate(bars)}
    drawn = "".join(
        _wait(place[before], place[after], axis)
        for before, after in waits
        if before in place and after in place
    )
    if not drawn:
        return ""
    return (
        f'<svg class="roadmap-waits" viewBox="0 0 100 {len(bars)}" preserveAspectRatio="none" aria-hidden="true">'
        f"{drawn}</svg>"
    )


def _wait(before: tuple[int, Bar], after: tuple[int, Bar], axis: Axis) -> str:
    def share(at: float) -> str:
        return axis.x(at).removesuffix("%")

    (row, one), (other_row, other) = before, after
    start, end = f"{share(one.end)} {row + 0.5}", f"{share(other.start)} {other_row + 0.5}"
    look = paint(stroke="chart-ink")
    return (
        f'<path d="M{start}L{end}" stroke-width="1.5" vector-effect="non-scaling-stroke" {look}/>'
        f'<path d="M{end}h0.001" stroke-width="8" stroke-linecap="round" vector-effect="non-scaling-stroke" {look}/>'
    )
