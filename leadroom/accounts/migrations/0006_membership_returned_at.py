# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_record_by_verb"),
    ]

    operations = [
        migrations.AddField(
            model_name="membership",
            name="returned_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
    ]
