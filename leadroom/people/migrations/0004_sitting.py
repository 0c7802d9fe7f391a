# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""One name for one thing: what was a profiling in the tables is a sitting, as it is everywhere else."""

import django.db.models.deletion
from django.db import migrations, models

from leadroom.kit.walls import NoWall, Wall


class Migration(migrations.Migration):
    dependencies = [("people", "0003_evidence")]

    operations = [
        # The walls name tables, columns and constraints: they come down first and are built again last.
        NoWall("Rating"),
        NoWall("Profiling"),
        migrations.RenameModel("Profiling", "Sitting"),
        migrations.RenameField("Rating", "profiling", "sitting"),
        migrations.RemoveConstraint("sitting", "profiling_council_id"),
        migrations.RemoveConstraint("sitting", "profiling_council_key"),
        migrations.RemoveConstraint("sitting", "profiling_one_open"),
        migrations.RemoveConstraint("sitting", "profiling_scope_known"),
        migrations.AlterField(
            "sitting",
            "person",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sittings",
                to="accounts.membership",
            ),
        ),
        migrations.AddConstraint(
            "sitting", models.UniqueConstraint(fields=("council", "id"), name="sitting_council_id")
        ),
        migrations.AddConstraint(
            "sitting", models.UniqueConstraint(fields=("council", "key"), name="sitting_council_key")
        ),
        migrations.AddConstraint(
            "sitting",
            models.UniqueConstraint(
                condition=models.Q(("finished_at__isnull", True)),
                fields=("person",),
                name="sitting_one_open",
            ),
        ),
        migrations.AddConstraint(
            "sitting",
            models.CheckConstraint(
                condition=models.Q(("scope__in", ["SCAN", "FULL"])), name="sitting_scope_known"
            ),
        ),
        Wall("Sitting"),
        Wall("Rating"),
    ]
