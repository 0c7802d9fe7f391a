# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is measured: which pages, as whom, and what is aimed for."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Page:
    """One page or act; `who` is in whose session, nobody's where it is empty."""

    name: str
    path: str
    who: Literal["", "reader", "administrator", "saver"] = "reader"


@dataclass(frozen=True, slots=True)
class Aim:
    """What a page shall keep to, on one core: ms for the middle request, requests a second."""

    page: str
    p50: float
    per_second: float = 0.0


EMPTY = Page("Empty Django view", "/", "")
ALIVE = Page("/livez, through all middleware", "/livez", "")
SAVE = Page("Save one durable answer", "/people/profiling/question/{key}/", "saver")
PROFILE = Page("My profile", "/people/profile/")
PAGES = (
    ALIVE,
    Page("Home", "/"),
    Page("Skills map", "/people/"),
    PROFILE,
    Page("Profiling, list of areas", "/people/profiling/"),
    Page("One question", "/people/profiling/question/{key}/"),
    SAVE,
    Page("People of the council", "/council/", "administrator"),
)
CONNECTIONS = (1, 8)
AIMS = (Aim(PROFILE.name, 12, 100), Aim(SAVE.name, 8))
MOST_STATEMENTS = 10
