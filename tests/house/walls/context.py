# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The council in force: right for every request, gone with its transaction, standing again after a nested one."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from django.db import Error, connection, connections, transaction

from leadroom.accounts.models import Membership
from leadroom.kit import tenancy
from leadroom.kit.tenancy import NoCouncil, council
from tests.house.walls.managers import links_that_lead_out
from tests.house.walls.tables import council_models
from tests.house.walls.towns import Town
from tests.house.walls.visitors import Visitor

# Her name, her council's, and two notes: at least so many words of her own does her file hold.
OWN_WORDS = 4


def alternating(first: Town, second: Town, *, rounds: int, threads: int) -> list[str]:
    """Find answers with another's rows when two councils ask in turn over the same few connections."""
    visitors = [(town, Visitor(town.people["employee"])) for town in (first, second)]
    others = {first.letter: second.marked, second.letter: first.marked}

    def ask(start: int) -> list[str]:
        found, windows = [], [(town, visitor.twin()) for town, visitor in visitors]
        for turn in range(start, rounds, threads):
            # Each thread changes council at every turn.
            town, window = windows[turn // threads % 2]
            text = window.do("GET", "/people/profile.json").content.decode()
            if others[town.letter] in text or text.count(town.marked) < OWN_WORDS:
                found.append(f"request {turn} of {town.letter}: {text[:80]}")
            found += _left_over(turn)
        connections.close_all()
        return found

    with ThreadPoolExecutor(threads) as pool:
        return [finding for found in pool.map(ask, range(threads)) for finding in found]


def _left_over(turn: int) -> Iterator[str]:
    if connection.vendor == "postgresql" and (kept := _in_the_database()) != "":
        yield f"request {turn}: the connection still stands in council {kept}"


def rows_without_a_council() -> list[str]:
    """Find tables of which raw SQL sees rows while no council is in force; on PostgreSQL there are none."""
    found = []
    for model in council_models():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT count(*) FROM "{model._meta.db_table}"')
            if seen := cursor.fetchone()[0]:
                found.append(f"{model._meta.db_table}: {seen} rows")
    return found


def links_out(mine: Town, theirs: Town) -> list[str]:
    """Find links that the database lets lead into the other council."""
    found = []
    for model, field, row, other in links_that_lead_out(mine, theirs):
        statement = f'UPDATE "{model._meta.db_table}" SET "{field.column}" = %s WHERE id = %s'
        with suppress(Error), transaction.atomic(), council(mine.council.pk), connection.cursor() as cursor:
            cursor.execute(statement, [other, row])
            connection.check_constraints() if connection.vendor == "postgresql" else None
            found.append(f"{model._meta.label}.{field.name} leads into another council")
            transaction.set_rollback(True)
    return found


def writes_across(mine: Town, theirs: Town) -> list[str]:
    """Find tables in which raw SQL inside one council can make another's row out of its own, or change another's."""
    found = []
    for model in council_models():
        table = model._meta.db_table
        for statement, values in (
            (
                f'UPDATE "{table}" SET council_id = %s WHERE council_id = %s',
                [theirs.council.pk, mine.council.pk],
            ),
            (f'DELETE FROM "{table}" WHERE council_id = %s', [theirs.council.pk]),
        ):
            with (
                suppress(Error),
                transaction.atomic(),
                council(mine.council.pk),
                connection.cursor() as cursor,
            ):
                cursor.execute(statement, values)
                if cursor.rowcount:
                    found.append(f"{table}: {statement.split()[0]} reached {cursor.rowcount} rows")
                transaction.set_rollback(True)
    return found


def astray(first: Town, second: Town) -> list[str]:
    """Find moments at which another council is in force than the code says, in Python or in the database."""
    ways: dict[str, Callable[[], Iterator[tuple[int | None, str]]]] = {
        "in turn": lambda: _in_turn(first, second),
        "nested": lambda: _nested(first, second),
        "after an error": lambda: _after_an_error(first, second),
    }
    return [
        f"{way}, {moment}: {_now()} in force instead of {wanted}"
        for way, walk in ways.items()
        for wanted, moment in walk()
        if _now() != (wanted, "" if wanted is None else str(wanted))
    ]


def _in_turn(first: Town, second: Town) -> Iterator[tuple[int | None, str]]:
    yield None, "before"
    for town in (first, second):
        with council(town.council.pk):
            yield town.council.pk, "inside"
        yield None, "after"


def _nested(first: Town, second: Town) -> Iterator[tuple[int | None, str]]:
    with council(first.council.pk):
        with council(second.council.pk):
            yield second.council.pk, "inside"
            with council(None):
                yield None, "in none"
            yield second.council.pk, "inside again"
        yield first.council.pk, "outside again"
    yield None, "after"


def _after_an_error(first: Town, second: Town) -> Iterator[tuple[int | None, str]]:
    with council(first.council.pk):
        with suppress(RuntimeError), council(second.council.pk):
            raise RuntimeError("on purpose")
        yield first.council.pk, "after the inner one broke"
        with suppress(Error), council(second.council.pk), connection.cursor() as cursor:
            cursor.execute("SELECT nothing FROM nowhere")
        yield first.council.pk, "after the database refused"
    with suppress(RuntimeError), council(first.council.pk):
        raise RuntimeError("on purpose")
    yield None, "after it broke"


def _now() -> tuple[int | None, str]:
    try:
        in_python: int | None = tenancy.current_council()
    except NoCouncil:
        in_python = None
    return in_python, _in_the_database() if connection.vendor == "postgresql" else str(in_python or "")


def _in_the_database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('leadroom.council', true), '')")
        return str(cursor.fetchone()[0])


def own_rows_only(town: Town) -> list[str]:
    """Find memberships that a user reads across councils and that are not hers."""
    user = town.people["employee"].user
    with council(None, user_id=user.pk):
        rows = Membership.objects.across_councils().filter() if connection.vendor == "postgresql" else []
        return [f"{row.pk} belongs to another" for row in rows if row.user_id != user.pk]
