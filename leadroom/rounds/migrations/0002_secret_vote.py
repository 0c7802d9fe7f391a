# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A round may be opened only if all who are asked say yes in a secret vote."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rounds", "0001_start")]

    operations = [
        # A column that may be empty is added in place: the table, and the walls that name it, stand as they are.
        migrations.AddField("round", "voters", models.PositiveSmallIntegerField(blank=True, null=True)),
    ]
