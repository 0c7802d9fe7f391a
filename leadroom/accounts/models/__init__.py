# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of `accounts`, and the Actor that every other room is handed."""

from leadroom.accounts.models.actor import Actor, Request
from leadroom.accounts.models.council import HUES, Council, Country, DirectoryCouncil
from leadroom.accounts.models.demo import DemoPersona, Persona
from leadroom.accounts.models.membership import Invitation, Membership, RoleGrant, Unit
from leadroom.accounts.models.records import AuditEvent, OutboxMail
from leadroom.accounts.models.roles import Role
from leadroom.accounts.models.user import User

__all__ = [
    "HUES",
    "Actor",
    "AuditEvent",
    "Council",
    "Country",
    "DemoPersona",
    "DirectoryCouncil",
    "Invitation",
    "Membership",
    "OutboxMail",
    "Persona",
    "Request",
    "Role",
    "RoleGrant",
    "Unit",
    "User",
]
