# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The walls around a council's tables."""

from django.db import migrations

from leadroom.kit.walls import Wall


class Migration(migrations.Migration):
    dependencies = [("people", "0001_start"), ("accounts", "0002_walls")]

    operations = [
        Wall("Profiling"),
        Wall("Rating"),
        Wall("NoteDraft"),
        Wall("CouncilRoleProfile"),
        Wall("RoleTarget"),
    ]
