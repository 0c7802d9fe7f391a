# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The link for a council's first administrator."""

from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from leadroom.accounts import actions
from leadroom.accounts.models import AuditEvent, Council, OutboxMail, RoleGrant, User
from leadroom.kit.tenancy import council

NEW = {"country": "SE", "language": "sv", "email": "nils@nyby.example"}


def test_admin_link_makes_the_council_and_an_administrator(db):
    link = actions.admin_link("Nyby kommun", **NEW)

    Client().post(urlsplit(link).path, {"name": "Nils", "language": "sv"})

    nyby = Council.objects.get(name="Nyby kommun")
    with council(nyby.pk):
        assert sorted(RoleGrant.objects.values_list("role", flat=True)) == ["ADMINISTRATOR", "EMPLOYEE"]
        assert OutboxMail.objects.count() == 0
        assert [event.by_id is None for event in AuditEvent.objects.order_by("id")] == [True, False]


def test_admin_link_for_a_known_council_makes_no_second(fjordby):
    actions.admin_link("fjordby kommune", country="DK", language="da", email="ada2@fjordby.example")

    assert Council.objects.count() == 1


@pytest.mark.parametrize("wrong", [{"country": "NO"}, {"language": "nb"}, {"email": "nils"}])
def test_admin_link_with_something_wrong_makes_nothing(db, wrong):
    with pytest.raises(ValidationError):
        actions.admin_link("Nyby kommun", **(NEW | wrong))

    assert Council.objects.count() == 0


def test_nobody_is_there_by_default(db):
    assert User.objects.count() == 0
