# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Measures how quick Leadroom is; `make bench` runs it, and its results stand in docs/measurements.md."""
