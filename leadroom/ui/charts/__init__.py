# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Charts, drawn by the server as SVG: they need no script, print well and go into PDF.

One geometry, two painters: `page` colours by class, `paper` by attribute in the print
theme. Every number stands in the description and in the table beside the drawing.
"""

from leadroom.ui.charts.beside import (
    View,
    beside,
)
from leadroom.ui.charts.columns import (
    Column,
    Part,
    columns,
)
from leadroom.ui.charts.gaps import (
    Gap,
    now_to_target,
)
from leadroom.ui.charts.lanes import (
    Lane,
    lanes,
)
from leadroom.ui.charts.loads import (
    Load,
    LoadColumn,
    loads,
)
from leadroom.ui.charts.moments import (
    Moment,
    Stretch,
    moments,
)
from leadroom.ui.charts.paint import (
    Page,
    Painter,
    Paper,
)
from leadroom.ui.charts.pairs import (
    Pair,
    pairs,
)
from leadroom.ui.charts.petals import (
    Petal,
)
from leadroom.ui.charts.roadmap import (
    Bar,
    roadmap,
)
from leadroom.ui.charts.timeline import (
    Axis,
    Tick,
)
from leadroom.ui.charts.way import (
    Stop,
    way,
)
from leadroom.ui.charts.wheel import (
    wheel,
    wheel_key,
)

__all__ = [
    "Axis",
    "Bar",
    "Column",
    "Gap",
    "Lane",
    "Load",
    "LoadColumn",
    "Moment",
    "Page",
    "Painter",
    "Pair",
    "Paper",
    "Part",
    "Petal",
    "Stop",
    "Stretch",
    "Tick",
    "View",
    "beside",
    "columns",
    "lanes",
    "loads",
    "moments",
    "now_to_target",
    "pairs",
    "roadmap",
    "way",
    "wheel",
    "wheel_key",
]
