# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Functions and files stay as short as the house aims for."""

import pytest

from tools.measure import judged, measure


@pytest.mark.parametrize(("is_met", "aim", "reached"), list(judged(measure(["leadroom"]))))
def test_aim_is_met(is_met: bool, aim: str, reached: str) -> None:
    assert is_met, f"{aim}: {reached}"
