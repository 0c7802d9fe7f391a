# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The table of how far people are on their learning paths."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from leadroom.kit.walls import Wall


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_unit_part_of"),
        ("people", "0007_plan"),
    ]

    operations = [
        migrations.CreateModel(
            name="StageProgress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.CharField(max_length=60)),
                ("stage", models.CharField(max_length=60)),
                ("pack", models.CharField(max_length=60)),
                ("note", models.TextField(blank=True)),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                (
                    "council",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.council",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stage_progress",
                        to="accounts.membership",
                    ),
                ),
            ],
            options={
                "ordering": ("started_at", "id"),
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("council", "id"), name="stageprogress_council_id"),
                    models.UniqueConstraint(fields=("person", "path", "stage"), name="stageprogress_one"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_at__isnull", True),
                            ("done_at__gte", models.F("started_at")),
                            _connector="OR",
                        ),
                        name="stageprogress_done_after_start",
                    ),
                ],
            },
        ),
        Wall("StageProgress"),
    ]
