# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The table of feedback rounds, and the ledger's link to them."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import leadroom.kit.keys
from leadroom.kit.walls import NoWall, Wall


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_record_by_verb"),
        ("people", "0004_sitting"),
        ("rounds", "0001_start"),
    ]

    operations = [
        NoWall("Rating"),
        migrations.CreateModel(
            name="FeedbackRound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(default=leadroom.kit.keys.new_key, editable=False, max_length=20)),
                ("competencies", models.JSONField(default=list)),
                ("role_profile", models.CharField(max_length=40)),
                ("pack", models.CharField(max_length=60)),
                ("talk_name", models.CharField(max_length=60, verbose_name="what the talk is called")),
                ("talk_on", models.DateField(blank=True, null=True, verbose_name="day of the talk")),
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
                    "manager",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feedback_rounds",
                        to="accounts.membership",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
                (
                    "round",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="rounds.round",
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddField(
            model_name="rating",
            name="feedback_round",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="ratings",
                to="people.feedbackround",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbackround",
            constraint=models.UniqueConstraint(fields=("council", "id"), name="feedbackround_council_id"),
        ),
        migrations.AddConstraint(
            model_name="feedbackround",
            constraint=models.UniqueConstraint(fields=("council", "key"), name="feedbackround_council_key"),
        ),
        migrations.AddConstraint(
            model_name="feedbackround",
            constraint=models.UniqueConstraint(
                condition=models.Q(("round__isnull", True)),
                fields=("person",),
                name="feedbackround_one_proposed",
            ),
        ),
        Wall("FeedbackRound"),
        Wall("Rating"),
    ]
