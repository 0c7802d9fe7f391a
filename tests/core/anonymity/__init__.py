# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Anonymity: attacks on all that is published, and the rules that fail them."""
