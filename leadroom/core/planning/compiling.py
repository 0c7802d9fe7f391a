# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""How functions are compiled; Numba takes half a second to load, so only what is loaded late imports this."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

from numba import njit

P = ParamSpec("P")
R = TypeVar("R")


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a function at its first call, and keep the result for other processes where that is possible."""
    try:
        return cast(Callable[P, R], njit(cache=True, nogil=True)(function))
    except RuntimeError:  # neither this folder nor the user's own can be written to
        return cast(Callable[P, R], njit(nogil=True)(function))


def inlined(function: Callable[P, R]) -> Callable[P, R]:
    """Write a function out wherever a compiled one calls it: passing so many arrays on would take as long as the work."""
    return cast(Callable[P, R], njit(inline="always")(function))
