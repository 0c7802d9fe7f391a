# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The walls around a council's tables."""

from django.db import migrations

from leadroom.kit.walls import Wall


class Migration(migrations.Migration):
    dependencies = [("portfolio", "0001_start"), ("accounts", "0002_walls")]

    operations = [
        Wall("Initiative"),
        Wall("Deadline"),
        Wall("Move"),
        Wall("Wait"),
        Wall("EarlyQuestion"),
        Wall("AmbitionLevel"),
        Wall("Team"),
        Wall("CapacityChange"),
        Wall("CapacityCell"),
        Wall("Freeze"),
        Wall("Terms"),
        Wall("Plan"),
        Wall("Decision"),
        Wall("SavedView"),
        Wall("Import"),
    ]
