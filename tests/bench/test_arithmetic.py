# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The measuring tool counts rightly; what it measures is no matter of a test."""

import pytest

from bench import arithmetic
from bench.arithmetic import Figures, Run


def test_percentile_is_a_time_that_was_measured() -> None:
    times = [0.004, 0.001, 0.003, 0.002]

    assert [arithmetic.percentile(times, share) for share in (0, 0.5, 0.51, 0.95, 1)] == [
        0.001,
        0.002,
        0.003,
        0.004,
        0.004,
    ]


def test_percentile_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="No request was answered"):
        arithmetic.percentile([], 0.5)


def test_figures_are_in_milliseconds_and_shares() -> None:
    run = Run(
        times=(0.002,) * 19 + (0.01,),
        seconds=2,
        server_seconds=1,
        other_seconds=0.1,
        client_seconds=0.5,
        size=2500,
    )

    assert arithmetic.figures(run) == Figures(
        p50=2, p95=2, per_second=10, cpu=50, kilobytes=2.5, other_load=0.05, client_load=0.25
    )


def test_middle_takes_each_figure_by_itself() -> None:
    runs = [Figures(1, 9, 5, 2, 1, 0, 0), Figures(2, 8, 6, 1, 1, 1, 0), Figures(9, 1, 7, 3, 1, 0, 1)]

    assert arithmetic.middle(runs) == Figures(2, 8, 6, 2, 1, 0, 0)


def test_ratio_to_nothing_is_nothing() -> None:
    assert (arithmetic.ratio(12, 4), arithmetic.ratio(12, 0)) == (3, 0)
