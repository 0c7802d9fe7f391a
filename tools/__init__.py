# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What builds, checks and measures the house; nothing in here is part of the product."""
