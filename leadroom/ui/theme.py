# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A council's colours from one hue, such that every contrast holds for every hue.

WCAG's contrast is a function of two luminances and nothing else. So each step of the
scale is set by its luminance, and hue and chroma only colour it in: a pair that holds
for teal holds for yellow. The steps are Designsystemet's; the tests try every pair.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from hashlib import sha256
from math import cbrt
from typing import Literal

from coloraide import Color
from django.urls import reverse

Scheme = Literal["light", "dark"]
OWN_HUE = 195

# Luminances: light surfaces with dark words on them, and the other way round.
LIGHT = {
    "background-default": 1.0,
    "background-tinted": 0.915,
    "surface-default": 1.0,
    "surface-tinted": 0.88,
    "surface-hover": 0.80,
    "surface-active": 0.72,
    "border-subtle": 0.68,
    "border-default": 0.19,
    "border-strong": 0.12,
    "text-subtle": 0.112,
    "text-default": 0.022,
    "base-default": 0.085,
    "base-hover": 0.062,
    "base-active": 0.045,
    "base-contrast-subtle": 0.70,
    "base-contrast-default": 1.0,
}
DARK = {
    "background-default": 0.0075,
    "background-tinted": 0.0105,
    "surface-default": 0.018,
    "surface-tinted": 0.027,
    "surface-hover": 0.037,
    "surface-active": 0.048,
    "border-subtle": 0.058,
    "border-default": 0.26,
    "border-strong": 0.40,
    "text-subtle": 0.43,
    "text-default": 0.83,
    "base-default": 0.40,
    "base-hover": 0.48,
    "base-active": 0.56,
    "base-contrast-subtle": 0.035,
    "base-contrast-default": 0.0075,
}
SCALES: dict[Scheme, dict[str, float]] = {"light": LIGHT, "dark": DARK}

# How colourful a step is, as a share of its palette's chroma.
STRENGTH = {"background": 0.08, "surface": 0.16, "border": 0.7, "text": 0.75, "base": 1.0}
SOFT = {"surface-default": 0.08, "border-subtle": 0.28, "text-default": 0.35, "base-contrast-subtle": 0.3,
        "base-contrast-default": 0.1}  # fmt: skip

# Chroma of each palette; the first two follow the council's hue, the others mean the same everywhere.
ACCENT_CHROMA = 0.135
NEUTRAL_CHROMA: dict[Scheme, float] = {"light": 0.004, "dark": 0.009}
MEANINGS = {"info": (250.0, 0.13), "success": (150.0, 0.12), "warning": (75.0, 0.12), "danger": (25.0, 0.18)}

# Charts: one luminance in both schemes stands three to one from the ground, the track and the ink.
CHART_LUMINANCE, CHART_CHROMA = 0.20, 0.13
TRACKS: dict[Scheme, float] = {"light": 0.82, "dark": 0.030}
CHART_TURNS = {
    "chart-1": -55,
    "chart-2": 0,
    "chart-3": 55,
    "chart-4": 110,
    "chart-now": 0,
    "chart-target": 165,
}


@cache
def colours(hue: int, scheme: Scheme) -> dict[str, str]:
    """Return every colour of a council's theme by its name (`accent-base-default`, `chart-1`)."""
    found = {f"{palette}-{step}": colour for palette, step, colour in _palettes(hue, scheme)}
    for name, turn in CHART_TURNS.items():
        found[name] = _coloured(CHART_LUMINANCE, CHART_CHROMA, (hue + turn) % 360)
        if name[-1].isdigit():
            found[f"{name}-ink"] = _coloured(SCALES[scheme]["text-subtle"], CHART_CHROMA, (hue + turn) % 360)
    found["chart-track"] = _coloured(TRACKS[scheme], 2 * NEUTRAL_CHROMA[scheme], hue)
    found["chart-ink"] = found["neutral-text-default"]
    found["chart-ink-soft"] = found["neutral-text-subtle"]
    found["chart-edge"] = found["neutral-border-default"]
    found["chart-line"] = found["neutral-border-subtle"]
    found["chart-ground"] = found["neutral-surface-default"]
    return found


@cache
def stylesheet(hue: int) -> str:
    """Return a council's colours as CSS variables: light, dark on screens that ask for it, light on paper."""
    light, dark = (_variables(colours(hue, scheme)) for scheme in ("light", "dark"))
    return (
        f"@layer tokens{{:root{{color-scheme:light;{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-color-scheme=light]){{color-scheme:dark;{dark}}}}}"
        f"@media screen{{:root[data-color-scheme=dark]{{color-scheme:dark;{dark}}}}}}}\n"
    )


@cache
def fingerprint(hue: int) -> str:
    """Return the mark by which browsers know that a theme has changed."""
    return sha256(stylesheet(hue).encode()).hexdigest()[:12]


def theme_url(hue: int) -> str:
    """Return the address of a council's colours; it changes when they do."""
    return reverse("theme", args=[hue % 360, fingerprint(hue % 360)])


def luminance(colour: str) -> float:
    """Return a colour's relative luminance, as WCAG defines it."""
    return float(Color(colour).luminance())


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, as WCAG defines it: 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _palettes(hue: int, scheme: Scheme) -> Iterator[tuple[str, str, str]]:
    palettes = {
        "accent": (float(hue), ACCENT_CHROMA),
        "neutral": (float(hue), NEUTRAL_CHROMA[scheme]),
        **MEANINGS,
    }
    for palette, (angle, chroma) in palettes.items():
        for step, light in SCALES[scheme].items():
            share = SOFT.get(step, STRENGTH[step.split("-")[0]])
            # A grey is as tinted in its words as in its grounds: what differs is only how light it is.
            yield palette, step, _coloured(light, chroma if palette == "neutral" else chroma * share, angle)


@lru_cache(maxsize=20_000)
def _coloured(light: float, chroma: float, hue: float) -> str:
    """Return the colour of this luminance and hue, as colourful as asked or as the screen can show."""
    if light >= 1:
        return "#ffffff"
    while True:
        colour = Color("oklch", [_lightness(light, chroma, hue), chroma, hue])
        if chroma < 0.001 or colour.in_gamut("srgb", tolerance=0.0005):  # noqa: PLR2004 - grey
            return str(colour.convert("srgb").clip().to_string(hex=True))
        chroma *= 0.92


def _lightness(light: float, chroma: float, hue: float) -> float:
    """Find OKLCH's lightness for a luminance: nearly a cube root, so three steps of the secant do."""
    wanted = cbrt(light)
    low, high = wanted * 0.95, wanted
    at_low, at_high = _root(low, chroma, hue), _root(high, chroma, hue)
    for _ in range(4):
        if abs(at_high - at_low) < 1e-9:  # noqa: PLR2004 - found
            break
        low, high, at_low = high, high + (wanted - at_high) * (high - low) / (at_high - at_low), at_high
        at_high = _root(high, chroma, hue)
    return high


def _root(lightness: float, chroma: float, hue: float) -> float:
    luminous = float(Color("oklch", [lightness, chroma, hue]).convert("xyz-d65")[1])
    return cbrt(luminous)


def _variables(named: dict[str, str]) -> str:
    focus = {"focus-inner": named["neutral-background-default"], "focus-outer": named["neutral-text-default"]}
    charts = "".join(f"--{name}:{colour};" for name, colour in named.items() if name.startswith("chart-"))
    steps = {name: colour for name, colour in named.items() if not name.startswith("chart-")}
    return charts + "".join(f"--ds-color-{name}:{colour};" for name, colour in (steps | focus).items())
