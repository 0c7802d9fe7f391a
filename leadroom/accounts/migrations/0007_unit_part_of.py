# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a unit is part of: who leads its manager."""

import django.db.models.deletion
from django.db import migrations, models

from leadroom.kit.walls import NoWall, Wall


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_membership_returned_at"),
    ]

    operations = [
        NoWall("Unit"),
        migrations.AddField(
            model_name="unit",
            name="part_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="parts",
                to="accounts.unit",
                verbose_name="part of",
            ),
        ),
        Wall("Unit"),
    ]
