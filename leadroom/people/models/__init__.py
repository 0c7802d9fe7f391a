# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of `people`, and the skills map as packs give it."""

from leadroom.people.models.ledger import Answer, NoteDraft, Profiling, Rating, Scope, Source
from leadroom.people.models.roles import CouncilRoleProfile, RoleTarget

__all__ = ["Answer", "CouncilRoleProfile", "NoteDraft", "Profiling", "Rating", "RoleTarget", "Scope", "Source"]
