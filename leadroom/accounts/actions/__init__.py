# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every write of `accounts`."""

from leadroom.accounts.actions.councils import change_colour, change_council, link_directory, unlink_directory
from leadroom.accounts.actions.demo import DemoIsOff, step_in
from leadroom.accounts.actions.directory import BadRows, load_directory
from leadroom.accounts.actions.invitations import (
    AlreadyAMember,
    InvitationIsOver,
    SignInFirst,
    TooManyInvitations,
    accept_invitation,
    invite,
    resend_invitation,
    withdraw_invitation,
)
from leadroom.accounts.actions.operator import (
    AdminLink,
    NameIsKnown,
    NobodyByThatAddress,
    NoSuchCouncil,
    admin_link,
    free_person,
)
from leadroom.accounts.actions.outbox import clear_dead_letters, send_again, send_due_mail
from leadroom.accounts.actions.own import change_name, choose_language, sign_out_elsewhere
from leadroom.accounts.actions.people import LastAdministrator, change_person, deactivate, reactivate
from leadroom.accounts.actions.records import record
from leadroom.accounts.actions.units import (
    NameIsTaken,
    PartOfItself,
    UnitIsNotEmpty,
    add_unit,
    change_unit,
    delete_unit,
)

__all__ = [
    "AdminLink",
    "AlreadyAMember",
    "BadRows",
    "DemoIsOff",
    "InvitationIsOver",
    "LastAdministrator",
    "NameIsKnown",
    "NameIsTaken",
    "NoSuchCouncil",
    "NobodyByThatAddress",
    "PartOfItself",
    "SignInFirst",
    "TooManyInvitations",
    "UnitIsNotEmpty",
    "accept_invitation",
    "add_unit",
    "admin_link",
    "change_colour",
    "change_council",
    "change_name",
    "change_person",
    "change_unit",
    "choose_language",
    "clear_dead_letters",
    "deactivate",
    "delete_unit",
    "free_person",
    "invite",
    "link_directory",
    "load_directory",
    "reactivate",
    "record",
    "resend_invitation",
    "send_again",
    "send_due_mail",
    "sign_out_elsewhere",
    "step_in",
    "unlink_directory",
    "withdraw_invitation",
]
