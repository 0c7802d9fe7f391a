# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Makes and deletes the invented councils: in a demo only, and never anything that is real."""

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.db import transaction

from leadroom.accounts.demo.teller import Teller
from leadroom.accounts.models import Council, Membership, User
from leadroom.kit import doors, packs, tenancy

Progress = Callable[[str], None]

PACK = "demo"
ENDING = ".example"


class DemoIsOff(Exception):
    """Nobody is invented, and nothing invented is deleted, outside a demo."""


def load(*, today: date, progress: Progress) -> None:
    """Invent the councils that are not there yet, each with its people. Raises DemoIsOff."""
    _refuse_outside_demo()
    folder = packs.folder_of(PACK)
    pack = packs.read(folder / "pack.yaml")
    for key in pack["councils"]:
        told = packs.read(folder / "councils" / f"{key}.yaml")
        if Council.objects.filter(key=key, is_demo=True).exists():
            progress(f"{told['name']} is there already.")
            continue
        with transaction.atomic():
            _tell(Teller(told, f"{pack['key']}@{pack['version']}/{key}", today), progress)


def forget(*, progress: Progress) -> None:
    """Delete the invented councils with all that is in them, and nothing else. Raises DemoIsOff."""
    _refuse_outside_demo()
    for council in Council.objects.filter(is_demo=True):
        progress(f"Forgetting {council.name} …")
        with transaction.atomic():
            _forget(council)


def _refuse_outside_demo() -> None:
    if not settings.DEMO:
        raise DemoIsOff(
            "This installation is not a demo. Invented people are loaded with LEADROOM_MODE=demo only."
        )


def _tell(teller: Teller, progress: Progress) -> None:
    council = teller.found()
    progress(f"{council.name} …")
    with tenancy.council(council.pk):
        invented = teller.people()
        progress(f"  {len(invented.people)} people")
        for line in doors.ask("demo", invented):
            progress(f"  {line}")


def _forget(council: Council) -> None:
    council_id = council.pk
    with tenancy.council(council_id):
        users = list(User.objects.filter(pk__in=Membership.objects.values("user"), email__endswith=ENDING))
        council.delete()
    for user in users:
        with tenancy.council(council_id, user_id=user.pk):
            # Somebody who was taken into another council as well belongs there now.
            if not Membership.objects.across_councils().filter(user=user).exists():
                user.delete()
