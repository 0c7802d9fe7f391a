# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The leader's mirror: what people answer for themselves, and the teams that look into it together."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import leadroom.kit.keys
from leadroom.kit.walls import Wall


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_unit_part_of"),
        ("people", "0010_framework"),
        ("rounds", "0002_secret_vote"),
    ]

    operations = [
        migrations.CreateModel(
            name="TeamMirror",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(default=leadroom.kit.keys.new_key, editable=False, max_length=20)),
                ("name", models.CharField(max_length=80)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("ANONYMOUS", "five or more, anonymously"),
                            ("POOL", "with the wider group of managers"),
                            ("VOTE", "opened only if all agree"),
                        ],
                        max_length=12,
                    ),
                ),
                ("topics", models.JSONField(default=list)),
                ("pack", models.CharField(max_length=60)),
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
                    "round",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="mirror", to="rounds.round"
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="MirrorSitting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(default=leadroom.kit.keys.new_key, editable=False, max_length=20)),
                ("answers", models.JSONField(default=dict)),
                ("pack", models.CharField(max_length=60)),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                        related_name="mirror_sittings",
                        to="accounts.membership",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.teammirror",
                    ),
                ),
            ],
            options={
                "ordering": ("-started_at", "-id"),
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddConstraint(
            model_name="teammirror",
            constraint=models.UniqueConstraint(fields=("council", "id"), name="teammirror_council_id"),
        ),
        migrations.AddConstraint(
            model_name="teammirror",
            constraint=models.UniqueConstraint(fields=("council", "key"), name="teammirror_council_key"),
        ),
        migrations.AddConstraint(
            model_name="teammirror",
            constraint=models.CheckConstraint(
                condition=models.Q(("way__in", ["ANONYMOUS", "POOL", "VOTE"])), name="teammirror_way_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="mirrorsitting",
            constraint=models.UniqueConstraint(fields=("council", "id"), name="mirrorsitting_council_id"),
        ),
        migrations.AddConstraint(
            model_name="mirrorsitting",
            constraint=models.UniqueConstraint(fields=("council", "key"), name="mirrorsitting_council_key"),
        ),
        migrations.AddConstraint(
            model_name="mirrorsitting",
            constraint=models.UniqueConstraint(fields=("person", "team"), name="mirrorsitting_one_a_team"),
        ),
        Wall("TeamMirror"),
        Wall("MirrorSitting"),
    ]
