# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The table of the maps that a council brings itself."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import leadroom.kit.keys
from leadroom.kit.walls import Wall


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_unit_part_of"),
        ("people", "0009_overview"),
    ]

    operations = [
        migrations.CreateModel(
            name="Framework",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(default=leadroom.kit.keys.new_key, editable=False, max_length=20)),
                ("code", models.CharField(max_length=200)),
                ("name", models.JSONField(default=dict)),
                ("version", models.CharField(blank=True, max_length=40, verbose_name="version")),
                ("filename", models.CharField(max_length=200)),
                ("content", models.JSONField(default=dict)),
                ("based_on", models.CharField(blank=True, max_length=260)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("kept_at", models.DateTimeField(editable=False, null=True)),
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
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("council", "id"), name="framework_council_id"),
                    models.UniqueConstraint(fields=("council", "key"), name="framework_council_key"),
                    models.UniqueConstraint(
                        condition=models.Q(("kept_at__isnull", False)),
                        fields=("council", "code", "version"),
                        name="framework_version_once",
                    ),
                ],
            },
        ),
        Wall("Framework"),
    ]
