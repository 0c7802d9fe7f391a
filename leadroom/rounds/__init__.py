# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Asks many people, closes, and keeps what may be published; knows no question's meaning."""
