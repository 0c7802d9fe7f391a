# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tests of the settings, the checks at the start, the commands and the databases' promises."""
