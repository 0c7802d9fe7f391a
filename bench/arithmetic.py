# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""From the times of single requests to the few figures that are shown."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from math import ceil
from statistics import median


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of one page saw: seconds per request, and what the processors did meanwhile."""

    times: tuple[float, ...]
    seconds: float
    server_seconds: float
    other_seconds: float
    client_seconds: float
    size: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What is shown of a run, or of the middle one of several: times in ms, sizes in kB, loads as shares."""

    p50: float
    p95: float
    per_second: float
    cpu: float
    kilobytes: float
    other_load: float
    client_load: float


def percentile(times: Sequence[float], share: float) -> float:
    """Return the smallest time that at least this share of all times do not exceed."""
    if not times:
        raise ValueError("No request was answered, so there is nothing to rank.")
    return sorted(times)[max(ceil(share * len(times)), 1) - 1]


def figures(run: Run) -> Figures:
    """Return the figures of one run."""
    return Figures(
        p50=percentile(run.times, 0.5) * 1000,
        p95=percentile(run.times, 0.95) * 1000,
        per_second=len(run.times) / run.seconds,
        cpu=run.server_seconds / len(run.times) * 1000,
        kilobytes=run.size / 1000,
        other_load=run.other_seconds / run.seconds,
        client_load=run.client_seconds / run.seconds,
    )


def middle(runs: Sequence[Figures]) -> Figures:
    """Return the median of each figure, so that one disturbed run moves none."""
    return Figures(
        **{field.name: median(getattr(run, field.name) for run in runs) for field in fields(Figures)}
    )


def ratio(one: float, other: float) -> float:
    """Return how many times the other goes into the one; 0 where there is nothing to compare with."""
    return one / other if other else 0.0
