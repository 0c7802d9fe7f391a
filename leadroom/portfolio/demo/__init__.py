# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The portfolio of a demo's invented councils."""

from leadroom.portfolio.demo.load import load

__all__ = ["load"]
