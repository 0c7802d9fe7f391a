# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The table of what a person can point to."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import leadroom.kit.keys
from leadroom.kit.walls import Wall


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_record_by_verb"),
        ("people", "0002_walls"),
    ]

    operations = [
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(default=leadroom.kit.keys.new_key, editable=False, max_length=20)),
                ("competency", models.CharField(max_length=60)),
                ("text", models.TextField(verbose_name="what I did")),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("DIARY", "From the diary"),
                            ("PLAN", "From the plan"),
                            ("OWN", "Written here"),
                        ],
                        max_length=10,
                    ),
                ),
                ("seen_on", models.DateField(verbose_name="when")),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
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
                        related_name="evidence",
                        to="accounts.membership",
                    ),
                ),
            ],
            options={
                "ordering": ("-seen_on", "-id"),
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("council", "id"), name="evidence_council_id"),
                    models.UniqueConstraint(fields=("council", "key"), name="evidence_council_key"),
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ("DIARY", "PLAN", "OWN"))),
                        name="evidence_origin_known",
                    ),
                ],
            },
        ),
        Wall("Evidence"),
    ]
