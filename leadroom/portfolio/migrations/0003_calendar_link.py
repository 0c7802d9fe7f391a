# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The table of the secret addresses by which calendars read the portfolio's days."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from leadroom.kit.walls import Wall


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_lists_of_people"),
        ("portfolio", "0002_walls"),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token_hash", models.CharField(editable=False, max_length=64)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
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
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("council", "id"), name="calendarlink_council_id"),
                    models.UniqueConstraint(
                        fields=("council", "token_hash"), name="calendarlink_council_token"
                    ),
                ],
            },
        ),
        Wall("CalendarLink"),
    ]
