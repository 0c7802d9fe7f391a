# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the gallery's pictures show of things that take time, and of one person seen by several."""

from typing import Any

from leadroom.ui.charts import (
    Axis,
    Bar,
    Lane,
    Load,
    LoadColumn,
    Stop,
    Tick,
    View,
    beside,
    lanes,
    loads,
    roadmap,
    way,
)
from leadroom.ui.parts import Legend

AXIS = Axis(
    18,
    tuple(Tick(3 * at, f"Q{at % 4 + 1}", {0: "2027", 4: "2028"}.get(at, "")) for at in range(6)),
    today=2.5,
)
AMBITIONS = ("Legal minimum", "Usable", "Integrated", "Used for a challenge")


def a_roadmap() -> dict[str, Any]:
    """Show four solutions, what waits and what moved."""
    bars = [
        Bar(
            key=str(level),
            label=f"A solution that the council must bring in {level + 1}",
            level=level,
            level_name=name,
            start=3 * level,
            end=3 * level + 6,
            deadline=3 * level + 7,
            before=(3.0, 6.0) if level else None,
            href="#",
            title=f"Solution {level + 1}: {name}",
        )
        for level, name in enumerate(AMBITIONS)
    ]
    chart = roadmap(bars, AXIS, title="Roadmap", description="Four solutions.", waits=[("0", "3")])
    legend = tuple(Legend(f"level-{level}", name) for level, name in enumerate(AMBITIONS))
    more = (Legend("deadline", "Deadline"), Legend("today", "Today"), Legend("before", "Before"))
    return {"caption": "When each solution comes", "chart": chart, "legend": (*legend, *more)}


def some_loads() -> dict[str, Any]:
    """Show one team's load."""
    columns = tuple(
        LoadColumn(
            3 * at, 3 * at + 3, 600, 100, 60 * at, 500 - 60 * at, f"{5 - 0.6 * at:.1f}", f"Quarter {at + 1}"
        )
        for at in range(6)
    )
    chart = loads([Load("Integration", "21.0 free", columns)], AXIS, title="Load", description="One team.")
    legend = (Legend("kept", "Kept"), Legend("used", "Used"), Legend("free", "Free"))
    return {"caption": "What stays free", "chart": chart, "legend": legend}


def some_lanes() -> dict[str, Any]:
    """Show three things that somebody practises."""
    shown = [
        Lane(
            label=f"What somebody practises, number {number + 1}",
            look=look,
            state=look.capitalize(),
            start=number,
            end=9 + 3 * number,
            looks=(2.0,) if look == "doing" else (),
            next_look=4.0 + number,
            href="#",
            title=f"Number {number + 1}: {look}",
        )
        for number, look in enumerate(("doing", "agreed", "draft"))
    ]
    chart = lanes(shown, AXIS, title="Lanes", description="Three things.")
    keys = (("lane-doing", "Doing"), ("lane-agreed", "Agreed"), ("lane-draft", "Draft"))
    more = (("looked", "Looked at"), ("next-look", "Next look"), ("today", "Today"))
    legend = tuple(Legend(name, text) for name, text in (*keys, *more))
    return {"caption": "What is practised, month by month", "chart": chart, "legend": legend}


def a_way() -> dict[str, Any]:
    """Show four stages of a path."""
    names = ("Understand what people need", "Know what technology can do", "Think anew", "Lead change")
    forms = (("passed", "done 3 May"), ("here", "you are here"), ("next", "suggested"), ("ahead", "ahead"))
    stops = [Stop(name, form, state, "#") for name, (form, state) in zip(names, forms, strict=True)]
    chart = way(stops, title="A learning path", description="Four stages.", key="sample")
    return {"caption": "The stages as a way", "chart": chart}


def several_views() -> dict[str, Any]:
    """Show one person as she, her manager and colleagues see her."""
    views = [
        View(
            "Working openly",
            2,
            2,
            ((3, 4),),
            title="Working openly: working; working; most skilled or leading",
        ),
        View("Deciding on data", 3, 1, title="Deciding on data: skilled; aware"),
        View(
            "Including everyone", 1, None, single=(0, 1, 0, 2, 0), title="Including everyone: aware; no level"
        ),
    ]
    levels = ("Not yet", "Aware", "Working", "Skilled", "Leading")
    chart = beside(
        views, title="Several views", description="Three competencies.", levels=levels, key="views"
    )
    keys = (
        ("own", "Herself"),
        ("manager", "Line manager"),
        ("colleagues", "Most colleagues"),
        ("single", "One colleague"),
    )
    return {
        "caption": "The same, seen by several",
        "chart": chart,
        "legend": tuple(Legend(*key) for key in keys),
    }
