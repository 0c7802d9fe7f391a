# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of sign-in, one's own account, the demo's door and the council's administration."""
