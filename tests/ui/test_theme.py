# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every pair of colours that can meet keeps its contrast, for every hue, light and dark."""

from itertools import product

import pytest
from django.test import Client
from django.urls import reverse

from leadroom.ui import theme

HUES = range(0, 360, 5)
PALETTES = ("accent", "neutral", "info", "success", "warning", "danger")
GROUNDS = (
    "background-default",
    "background-tinted",
    "surface-default",
    "surface-tinted",
    "surface-hover",
    "surface-active",
)
WORDS = ("text-default", "text-subtle")
BASES = ("base-default", "base-hover", "base-active")
ON_BASE = ("base-contrast-default", "base-contrast-subtle")
EDGES = ("border-default", "border-strong")
CHARTS = ("chart-1", "chart-2", "chart-3", "chart-4", "chart-now", "chart-target")
SCHEMES = ("light", "dark")


def _worst(found: dict[str, str], ones: list[str], others: list[str]) -> tuple[float, str]:
    """Return the lowest contrast of the pairs: decided by the two luminances nearest to each other."""
    bright = {name: theme.luminance(found[name]) for name in {*ones, *others}}
    return min(
        (
            (max(bright[one], bright[other]) + 0.05) / (min(bright[one], bright[other]) + 0.05),
            f"{one} on {other}",
        )
        for one, other in product(ones, others)
    )


def _names(*steps: str) -> list[str]:
    return [f"{palette}-{step}" for palette, step in product(PALETTES, steps)]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("hue", HUES)
def test_every_pair_of_tokens_keeps_its_contrast(hue: int, scheme: theme.Scheme) -> None:
    found = theme.colours(hue, scheme)

    words = _worst(found, [*_names(*WORDS), *(f"chart-{n}-ink" for n in range(1, 5))], _names(*GROUNDS))
    on_base = min(
        _worst(found, [f"{palette}-{step}" for step in ON_BASE], [f"{palette}-{step}" for step in BASES])
        for palette in PALETTES
    )
    edges = _worst(found, [*_names(*EDGES), *_names("base-default")], _names(*GROUNDS))
    charts = _worst(
        found,
        list(CHARTS),
        ["neutral-surface-default", "neutral-background-tinted", "chart-track", "chart-ink"],
    )

    assert words >= (4.5, "")
    assert on_base >= (4.5, "")
    assert edges >= (3.0, "")
    assert charts >= (3.0, "")


def test_contrast_is_that_of_the_guidelines() -> None:
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_a_theme_is_kept_for_ever_at_its_own_address(client: Client) -> None:
    answer = client.get(theme.theme_url(195))

    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.content.decode() == theme.stylesheet(195)


def test_an_older_address_leads_to_todays_theme(client: Client) -> None:
    answer = client.get(reverse("theme", args=[195, "0000"]))

    assert (answer.status_code, answer["Location"]) == (302, theme.theme_url(195))


def test_a_hue_beyond_the_circle_is_not_found(client: Client) -> None:
    assert client.get(reverse("theme", args=[360, "0000"])).status_code == 404


def test_two_hues_have_two_themes() -> None:
    assert theme.theme_url(10) != theme.theme_url(11)


def test_paper_is_light() -> None:
    assert "@media screen and (prefers-color-scheme:dark)" in theme.stylesheet(195)
