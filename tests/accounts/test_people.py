# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an administrator changes about people, units and the council."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connection

from leadroom.accounts import actions, permissions, queries
from leadroom.accounts.actions import people
from leadroom.accounts.models import AuditEvent, DirectoryCouncil, Membership, Role, RoleGrant, Unit
from leadroom.accounts.permissions import NotAllowed
from leadroom.kit.tenancy import council
from tests.conftest import join


def test_change_person_changes_roles_in_force_at_the_next_request(ada, bo, browser_of, inside):
    browser = browser_of(bo)
    assert browser.get("/council/").status_code == 403

    with inside(ada):
        actions.change_person(
            bo.membership, by=ada, roles=[Role.EMPLOYEE, Role.ADMINISTRATOR], unit=None, title="Clerk"
        )

    assert browser.get("/council/").status_code == 200
    with inside(ada):
        assert AuditEvent.objects.get().details == {
            "roles": "ADMINISTRATOR EMPLOYEE",
            "unit": "",
            "title": "Clerk",
        }


def test_last_administrator_keeps_the_role(ada, inside):
    with inside(ada), pytest.raises(actions.LastAdministrator):
        actions.change_person(ada.membership, by=ada, roles=[Role.EMPLOYEE], unit=None, title="")


def test_last_administrator_is_not_let_go(ada, inside):
    with inside(ada), pytest.raises(actions.LastAdministrator):
        actions.deactivate(ada.membership, by=ada)


def test_second_administrator_can_go(ada, fjordby, inside):
    eva = join(fjordby, "Eva", Role.ADMINISTRATOR)

    with inside(ada):
        actions.deactivate(ada.membership, by=eva)
        assert not Membership.objects.get(pk=ada.membership.pk).is_active


@pytest.mark.parametrize(
    "close_out",
    [
        lambda by, other: actions.deactivate(other, by=by),
        lambda by, other: actions.change_person(other, by=by, roles=["EMPLOYEE"], unit=None, title=""),
    ],
)
@pytest.mark.django_db(transaction=True)
def test_two_administrators_cannot_close_each_other_out(fjordby, inside, monkeypatch, close_out):
    ada, eva = (join(fjordby, name, Role.ADMINISTRATOR) for name in ("Ada", "Eva"))
    both_have_judged, judge = Barrier(2, timeout=0.5), people._leave_one_administrator

    def judge_and_wait(person):
        judge(person)
        with suppress(BrokenBarrierError):
            both_have_judged.wait()

    def act(by, other):
        try:
            with suppress(actions.LastAdministrator), inside(by):
                close_out(by, other.membership)
        finally:
            connection.close()

    monkeypatch.setattr(people, "_leave_one_administrator", judge_and_wait)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(act, (ada, eva), (eva, ada)))

    with inside(ada):
        left = RoleGrant.objects.filter(role=Role.ADMINISTRATOR, membership__is_active=True)
        assert left.count() == 1


def test_deactivate_takes_back_what_invites_the_person(ada, bo, inside):
    with inside(ada):
        actions.deactivate(bo.membership, by=ada)
        invitation = actions.invite(by=ada, email=bo.user.email, roles=["EMPLOYEE"], language="da")
        actions.reactivate(bo.membership, by=ada)

        actions.deactivate(bo.membership, by=ada)

        invitation.refresh_from_db()
        assert not invitation.is_open


def test_deactivate_ends_access_at_once_and_reactivate_undoes_it(ada, bo, browser_of, inside):
    browser = browser_of(bo)
    assert browser.get("/").status_code == 200

    with inside(ada):
        actions.deactivate(bo.membership, by=ada)
    assert browser.get("/").url == "/account/"

    with inside(ada):
        actions.reactivate(bo.membership, by=ada)
        assert RoleGrant.objects.filter(membership=bo.membership).exists()
    assert browser.get("/").status_code == 200


@pytest.mark.parametrize(
    "act",
    [
        lambda by, them: actions.change_person(them, by=by, roles=["EMPLOYEE"], unit=None, title=""),
        lambda by, them: actions.deactivate(them, by=by),
        lambda by, them: actions.reactivate(them, by=by),
        lambda by, _: actions.add_unit(by=by, name="New"),
        lambda by, them: actions.change_unit(them.unit, by=by, name="New", manager=None, part_of=None),
        lambda by, them: actions.delete_unit(them.unit, by=by),
        lambda by, _: actions.change_council(by=by, name="New", language="da"),
        lambda by, _: actions.unlink_directory(by=by),
    ],
)
def test_nobody_else_administers(ada, bo, inside, act):
    with inside(bo), pytest.raises(NotAllowed):
        act(bo, bo.membership)


def test_unit_names_are_unique(ada, unit, inside):
    with inside(ada), pytest.raises(actions.NameIsTaken):
        actions.add_unit(by=ada, name=unit.name)


def test_unit_with_people_stays(ada, bo, unit, inside):
    with inside(ada), pytest.raises(actions.UnitIsNotEmpty):
        actions.delete_unit(unit, by=ada)


def test_empty_unit_goes(ada, inside):
    with inside(ada):
        actions.delete_unit(actions.add_unit(by=ada, name="Soon gone"), by=ada)

        assert not Unit.objects.filter(name="Soon gone").exists()


def test_council_is_linked_to_the_directory_and_unlinked(ada, inside):
    row = DirectoryCouncil.objects.create(
        country="DK",
        code="9999",
        name="Fjordby",
        type="Municipality",
        region_code="1",
        region="R",
        population=1,
        latitude=1,
        longitude=1,
        pack="test@1",
    )
    with inside(ada):
        actions.link_directory(row, by=ada)
        ada.council.refresh_from_db()
        assert ada.council.directory == row

        actions.unlink_directory(by=ada)
        ada.council.refresh_from_db()
        assert ada.council.directory is None


def test_people_are_narrowed_by_word_unit_and_role(ada, bo, cleo, inside):
    with inside(ada):
        found = [
            [person.user.name for person in queries.people(ada, **wanted)]
            for wanted in (
                {"search": "bo fjord"},
                {"unit": "schools"},
                {"role": "ADMINISTRATOR"},
                {"search": "zzz"},
            )
        ]

    assert found == [["Bo Fjordby"], ["Cleo Fjordby"], ["Ada Fjordby"], []]


def test_people_of_anyone_else_are_herself(bo, ada, inside):
    with inside(bo):
        assert [person.user.name for person in queries.people(bo)] == ["Bo Fjordby"]


def test_units_count_their_active_people(ada, bo, cleo, inside):
    with inside(ada):
        actions.add_unit(by=ada, name="Roads")
        actions.deactivate(bo.membership, by=ada)

        counted = [(unit.name, unit.people) for unit in queries.counted_units(ada)]

    assert counted == [("Elder care", 1), ("Roads", 0), ("Schools", 1)]


def test_lines_of_people_hold_their_roles_and_units(ada, cleo, inside):
    with inside(ada):
        lines = queries.listed(ada)[0:5]

    assert [(line.name, line.unit, sorted(line.roles)) for line in lines] == [
        (
            "Ada Fjordby",
            "Elder care",
            ["ADMINISTRATOR", "DIGITAL_OFFICE", "EMPLOYEE", "EXECUTIVE", "MANAGER"],
        ),
        ("Cleo Fjordby", "Schools", ["EMPLOYEE"]),
    ]


def test_who_leads_a_unit_is_led_by_who_leads_the_unit_it_is_part_of(ada, bo, cleo, fjordby, unit):
    with council(fjordby.pk):
        schools = cleo.membership.unit
        actions.change_unit(schools, by=ada, name="Schools", manager=cleo.membership, part_of=unit)
        leads = {person.pk for person in permissions.visible_team(ada)}
        cleos = Membership.objects.select_related("unit__manager__user", "unit__part_of__manager__user").get(
            pk=cleo.membership.pk
        )

        assert permissions.line_manager_of(cleos) == ada.membership
        assert leads == {bo.membership.pk, cleo.membership.pk}
        assert not permissions.visible_team(cleo).exists()


def test_a_unit_is_not_part_of_itself_by_way_of_another(ada, cleo, fjordby, unit):
    with council(fjordby.pk):
        schools = cleo.membership.unit
        actions.change_unit(schools, by=ada, name="Schools", manager=None, part_of=unit)

        with pytest.raises(actions.PartOfItself):
            actions.change_unit(unit, by=ada, name="Care", manager=None, part_of=schools)
