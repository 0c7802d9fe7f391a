# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The only place that knows every room: settings, addresses, the server and the command line."""
