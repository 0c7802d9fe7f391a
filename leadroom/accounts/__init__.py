# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is who: councils, units, people, roles, sign-in, the outbox and the record of what was done."""
