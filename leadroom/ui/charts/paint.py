# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two ways to colour the same drawing: by class on a page, by attribute on paper."""

from dataclasses import dataclass
from typing import Protocol

from leadroom.ui.theme import OWN_HUE, colours


class Painter(Protocol):
    """Colours a shape by the names of the theme's colours."""

    def __call__(self, fill: str = "none", stroke: str = "none") -> str:
        """Return the attributes that colour a shape."""

    def __hash__(self) -> int:
        """Let what a painter drew be kept."""

    def type(self) -> str:
        """Return the attributes that set a text's face."""


@dataclass(frozen=True, slots=True)
class Page:
    """Colours by class; the style sheet follows the council's hue, dark mode and forced colours."""

    def __call__(self, fill: str = "none", stroke: str = "none") -> str:
        """Return the classes of a shape."""
        return f'class="fill-{fill} stroke-{stroke}"'

    def type(self) -> str:
        """Return nothing: the page's face is the chart's."""
        return ""


@dataclass(frozen=True, slots=True)
class Paper:
    """Colours by attribute in the light scheme, for documents that know no style sheet."""

    hue: int = OWN_HUE

    def __call__(self, fill: str = "none", stroke: str = "none") -> str:
        """Return fill and stroke of a shape."""
        named = colours(self.hue, "light") | {"none": "none", "clear": "none"}
        return f'fill="{named[fill]}" stroke="{named[stroke]}"'

    def type(self) -> str:
        """Return the face that documents are set in."""
        return ' font-family="Inter"'
