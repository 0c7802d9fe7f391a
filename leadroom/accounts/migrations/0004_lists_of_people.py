# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_personas_and_session_salt"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="user",
            index=models.Index(fields=["name", "email"], name="user_name"),
        ),
        migrations.AddIndex(
            model_name="membership",
            index=models.Index(fields=["council", "is_active"], name="membership_active"),
        ),
    ]
