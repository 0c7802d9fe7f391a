# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The wall between councils, in the database.

`Wall("Rating")` in a migration gives a council's table
- on PostgreSQL row-level security, enabled and forced, and for each link to another
  council's table a foreign key over (council, id);
- on SQLite triggers that refuse a row whose link leads into another council.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

HERE = "council_id = NULLIF(current_setting('leadroom.council', true), '')::bigint"
MINE = "user_id = NULLIF(current_setting('leadroom.user', true), '')::bigint"


class Wall(Operation):
    """Shut one council's rows off from all others, in the database itself."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, model_name: str, *, own_rows: bool = False) -> None:
        """Take the model's name; `own_rows` lets a user also read the rows with her own user_id."""
        self.model_name = model_name
        self.own_rows = own_rows

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Leave Django's picture of the tables as it is."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Build the wall."""
        model = to_state.apps.get_model(app_label, self.model_name)
        for statement in _up(model, schema_editor.connection.vendor, own_rows=self.own_rows):
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Take the wall down again."""
        model = from_state.apps.get_model(app_label, self.model_name)
        for statement in _down(model, schema_editor.connection.vendor, own_rows=self.own_rows):
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        """Say what this step does."""
        return f"Wall around {self.model_name}"


class NoWall(Wall):
    """Take a wall down before what it names is renamed; a `Wall` builds it again after."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Take the wall down."""
        super().database_backwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Build the wall again."""
        super().database_forwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Say what this step does."""
        return f"No wall around {self.model_name}"


def links(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    """Return the model's links to other tables of a council: the ones that must stay inside it."""
    return [
        field
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and _has_council(field.remote_field.model)
    ]


def wall_name(model: type[models.Model], field: models.ForeignKey[Any, Any]) -> str:
    """Return the name of the constraint or trigger that guards one link."""
    return f"wall_{model._meta.db_table}_{field.column}"[:63]


def _has_council(model: type[models.Model]) -> bool:
    return any(field.name == "council" for field in model._meta.get_fields())


def _up(model: type[models.Model], vendor: str, *, own_rows: bool) -> Iterator[str]:
    table = model._meta.db_table
    if vendor == "sqlite":
        for field in links(model):
            yield from _triggers(model, field)
        return
    yield f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY'
    yield f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY'
    yield f'CREATE POLICY council_wall ON "{table}" USING ({HERE}) WITH CHECK ({HERE})'
    if own_rows:
        yield f'CREATE POLICY own_rows ON "{table}" FOR SELECT USING ({MINE})'
    for field in links(model):
        target = field.remote_field.model._meta.db_table
        yield (
            f'ALTER TABLE "{table}" ADD CONSTRAINT "{wall_name(model, field)}" '
            f'FOREIGN KEY (council_id, "{field.column}") REFERENCES "{target}" (council_id, id) '
            "DEFERRABLE INITIALLY DEFERRED"
        )


def _triggers(model: type[models.Model], field: models.ForeignKey[Any, Any]) -> Iterator[str]:
    table, target = model._meta.db_table, field.remote_field.model._meta.db_table
    for event in ("INSERT", "UPDATE"):
        yield (
            f'CREATE TRIGGER "{wall_name(model, field)}_{event.lower()}" BEFORE {event} ON "{table}" '
            f'WHEN NEW."{field.column}" IS NOT NULL AND EXISTS (SELECT 1 FROM "{target}" '
            f'WHERE id = NEW."{field.column}" AND council_id <> NEW.council_id) '
            "BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: another council''s row'); END"
        )


def _down(model: type[models.Model], vendor: str, *, own_rows: bool) -> Iterator[str]:
    table = model._meta.db_table
    if vendor == "sqlite":
        for field in links(model):
            for event in ("insert", "update"):
                yield f'DROP TRIGGER IF EXISTS "{wall_name(model, field)}_{event}"'
        return
    for field in links(model):
        yield f'ALTER TABLE "{table}" DROP CONSTRAINT "{wall_name(model, field)}"'
    for policy in ("council_wall", *(["own_rows"] if own_rows else [])):
        yield f'DROP POLICY {policy} ON "{table}"'
    yield f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY'
    yield f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY'
