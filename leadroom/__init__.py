# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Leadroom: the workbench for the people who lead digital change in local government."""

__version__ = "0.1.0"
