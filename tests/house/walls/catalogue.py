# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the database itself says about its walls: read from its catalogue, never from our own code's word."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models

from leadroom.kit import walls
from tests.house.walls.tables import classes, council_models, council_tables, unclassed

HERE = "(council_id = (NULLIF(current_setting('leadroom.council'::text, true), ''::text))::bigint)"
MINE = "(user_id = (NULLIF(current_setting('leadroom.user'::text, true), ''::text))::bigint)"
SERVING, BACKUP = "leadroom_app", "leadroom_backup"

TABLES = """
    SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
"""
POLICIES = """
    SELECT c.relname, p.polname, p.polcmd, p.polpermissive, pg_get_expr(p.polqual, p.polrelid),
        pg_get_expr(p.polwithcheck, p.polrelid), p.polroles = '{0}'
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
"""
KEYS = """
    SELECT c.relname, t.relname, array_agg(a.attname::text ORDER BY u.n), array_agg(b.attname::text ORDER BY u.n)
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid,
        unnest(k.conkey, k.confkey) WITH ORDINALITY u(mine, theirs, n), pg_attribute a, pg_attribute b
    WHERE k.contype = 'f' AND k.convalidated AND a.attrelid = k.conrelid AND a.attnum = u.mine
        AND b.attrelid = k.confrelid AND b.attnum = u.theirs
    GROUP BY k.oid, c.relname, t.relname
"""
UNIQUE = """
    SELECT c.relname, i.indexrelid::regclass::text, array_agg(a.attname::text)
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
    WHERE i.indisunique AND NOT i.indisprimary GROUP BY c.relname, i.indexrelid
"""
VIEWS = """
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND (c.relkind = 'm'
        OR c.relkind = 'v' AND NOT coalesce(c.reloptions @> '{security_invoker=true}', false))
"""
FUNCTIONS = """
    SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.prosecdef
"""
ROLES = """
    SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
        has_schema_privilege(oid, 'public', 'CREATE'), has_database_privilege(oid, current_database(), 'CREATE'),
        (SELECT count(*) FROM pg_class WHERE relowner = r.oid), (SELECT count(*) FROM pg_auth_members WHERE member = r.oid)
    FROM pg_roles r WHERE rolname IN ('leadroom_app', 'leadroom_backup')
"""
RIGHTS = """
    SELECT r.rolname, c.relname, p.name FROM pg_roles r, pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
        unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p(name)
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm') AND has_table_privilege(r.oid, c.oid, p.name)
        AND (r.rolname = 'leadroom_backup' OR r.rolname = 'leadroom_app' AND p.name IN ('TRUNCATE', 'REFERENCES', 'TRIGGER'))
"""


def findings(cursor: Any, vendor: str) -> list[str]:
    """Find every hole in the database's own wall; `cursor` is any role's."""
    return list(_postgresql(cursor) if vendor == "postgresql" else _sqlite(cursor))


def _all(cursor: Any, statement: str) -> list[tuple[Any, ...]]:
    cursor.execute(statement)
    return list(cursor.fetchall())


def _sqlite(cursor: Any) -> Iterator[str]:
    kept = _all(cursor, "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    yield from unclassed(table for kind, _, table, _ in kept if kind == "table")
    yield from (f"the view {name} has no wall" for kind, name, _, _ in kept if kind == "view")
    triggers = {sql for kind, _, _, sql in kept if kind == "trigger"}
    for model in council_models():
        for field in walls.links(model):
            wanted = set(walls._triggers(model, field))
            missing = [statement.split('"')[1] for statement in sorted(wanted - triggers)]
            yield from (f"{model._meta.db_table} has lost its trigger {name}" for name in missing)
    yield from _loose_unique_indexes(_sqlite_unique(cursor, kept))


def _sqlite_unique(cursor: Any, kept: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, str, list[str]]]:
    for table in sorted({table for kind, _, table, _ in kept if kind == "table"} & council_tables()):
        for _, index, is_unique, origin, _ in _all(cursor, f'PRAGMA index_list("{table}")'):
            if is_unique and origin != "pk":
                columns = [name for _, _, name in _all(cursor, f'PRAGMA index_info("{index}")')]
                yield table, index, columns


def _postgresql(cursor: Any) -> Iterator[str]:
    there = {name: guarded for name, *guarded in _all(cursor, TABLES)}
    yield from unclassed(there)
    for table in sorted(council_tables() & set(there)):
        is_on, is_forced = there[table]
        if not (is_on and is_forced):
            yield f"{table}: row-level security is {'not forced' if is_on else 'off'}"
    yield from _policies(cursor)
    yield from _keys(cursor)
    yield from _loose_unique_indexes(_all(cursor, UNIQUE))
    yield from (f"the view {name} shows every council's rows" for (name,) in _all(cursor, VIEWS))
    yield from (f"the function {name} runs with its owner's rights" for (name,) in _all(cursor, FUNCTIONS))
    yield from _roles(cursor)


def _policies(cursor: Any) -> Iterator[str]:
    there = {(table, name): tuple(how) for table, name, *how in _all(cursor, POLICIES)}
    wanted = {(table, "council_wall"): ("*", True, HERE, HERE, True) for table in council_tables()}
    for table in classes()["council"]["own_rows"]:
        wanted[table, "own_rows"] = ("r", True, MINE, None, True)
    for key in sorted(wanted.keys() | there.keys()):
        if key not in there:
            yield f"{key[0]}: the policy {key[1]} is missing"
        elif key not in wanted:
            yield f"{key[0]}: the policy {key[1]} opens what the wall closes"
        elif there[key] != wanted[key]:
            yield f"{key[0]}: the policy {key[1]} is not the wall's: {there[key]}"


def _keys(cursor: Any) -> Iterator[str]:
    there = {
        (table, target, tuple(mine), tuple(theirs)) for table, target, mine, theirs in _all(cursor, KEYS)
    }
    for model in council_models():
        for field in walls.links(model):
            target = field.remote_field.model._meta.db_table
            if (
                model._meta.db_table,
                target,
                ("council_id", field.column),
                ("council_id", "id"),
            ) not in there:
                yield f"{model._meta.db_table}.{field.column} can lead into another council"


def _loose_unique_indexes(indexes: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    """
    Find unique indexes over all councils: one council would learn what another has.

    A link guarded by the wall is as good as the council itself: what it leads to is inside.
    """
    inside = {model._meta.db_table: {"council_id", *_link_columns(model)} for model in council_models()}
    for table, index, columns in indexes:
        if table in inside and not inside[table] & set(columns):
            yield f"{table}: {index} is unique over all councils"


def _link_columns(model: type[models.Model]) -> set[str]:
    return {field.column for field in walls.links(model)}


def _roles(cursor: Any) -> Iterator[str]:
    roles = {name: facts for name, *facts in _all(cursor, ROLES)}
    for name, facts in ((SERVING, [False] * 7 + [0, 0]), (BACKUP, [False, True] + [False] * 5 + [0, 0])):
        if roles.get(name) != facts:
            yield f"the role {name} may do more or less than it should: {roles.get(name)}"
    yield from (f"the role {name} may {right} {table}" for name, table, right in _all(cursor, RIGHTS))
