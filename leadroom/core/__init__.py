# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pure thinking: no Django, no files, no clock, no chance, no words."""
