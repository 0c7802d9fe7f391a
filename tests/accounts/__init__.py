# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is who: sign-in, invitations, the demo's door, the council's administration."""
