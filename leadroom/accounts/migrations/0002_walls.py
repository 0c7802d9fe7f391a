# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The walls around a council's tables, and the table in which rate limits are counted."""

from django.core.management import call_command
from django.db import migrations

from leadroom.kit.walls import Wall


def make_rate_limits(apps, schema_editor):
    """Make the cache's table; `createcachetable` leaves one that is there."""
    call_command("createcachetable", "rate_limits", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_start")]

    operations = [
        Wall("Unit"),
        Wall("Membership", own_rows=True),
        Wall("RoleGrant"),
        Wall("Invitation"),
        Wall("AuditEvent"),
        Wall("OutboxMail"),
        migrations.RunPython(make_rate_limits, migrations.RunPython.noop),
    ]
