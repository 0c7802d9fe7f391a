# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Faults made on purpose, one at a time: each must be found by the guards of `tests/house`."""
