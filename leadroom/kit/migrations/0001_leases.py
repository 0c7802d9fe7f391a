# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The leases on running jobs."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Lease",
            fields=[
                ("job_id", models.UUIDField(primary_key=True, serialize=False)),
                ("worker", models.CharField(max_length=80)),
                ("beat_at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["beat_at"], name="lease_oldest_beat")],
            },
        ),
    ]
