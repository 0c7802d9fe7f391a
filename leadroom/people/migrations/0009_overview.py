# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The table of who lets her line manager see her profile."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from leadroom.kit.walls import Wall


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_unit_part_of"),
        ("people", "0008_stage_progress"),
        ("rounds", "0001_start"),
    ]

    operations = [
        migrations.AlterField(
            model_name="feedbackround",
            name="round",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="feedback",
                to="rounds.round",
            ),
        ),
        migrations.CreateModel(
            name="ProfileShare",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("shared_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="profile_share",
                        to="accounts.membership",
                    ),
                ),
                (
                    "shared_with",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("council", "id"), name="profileshare_council_id")
                ],
            },
        ),
        Wall("ProfileShare"),
    ]
