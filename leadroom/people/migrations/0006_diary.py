# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of the learning diary."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import leadroom.kit.keys
from leadroom.kit.walls import Wall


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_record_by_verb"),
        ("people", "0005_feedback"),
    ]

    operations = [
        migrations.CreateModel(
            name="DiaryEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(default=leadroom.kit.keys.new_key, editable=False, max_length=20)),
                ("happened_on", models.DateField()),
                ("what_happened", models.TextField(blank=True)),
                ("surprise", models.TextField(blank=True)),
                ("next_time", models.TextField(blank=True)),
                ("tags", models.JSONField(default=list)),
                ("token", models.UUIDField()),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("changed_at", models.DateTimeField(blank=True, null=True)),
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
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
            ],
            options={
                "ordering": ("-happened_on", "-id"),
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="DiaryDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("typed", models.JSONField(default=dict)),
                ("version", models.PositiveIntegerField(default=1)),
                ("saved_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
                (
                    "entry",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.diaryentry",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddConstraint(
            model_name="diaryentry",
            constraint=models.UniqueConstraint(fields=("council", "id"), name="diaryentry_council_id"),
        ),
        migrations.AddConstraint(
            model_name="diaryentry",
            constraint=models.UniqueConstraint(fields=("council", "key"), name="diaryentry_council_key"),
        ),
        migrations.AddConstraint(
            model_name="diaryentry",
            constraint=models.UniqueConstraint(fields=("person", "token"), name="diaryentry_form_once"),
        ),
        migrations.AddConstraint(
            model_name="diaryentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("next_time", ""), ("surprise", ""), ("what_happened", ""), _negated=True),
                name="diaryentry_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="diarydraft",
            constraint=models.UniqueConstraint(fields=("council", "id"), name="diarydraft_council_id"),
        ),
        migrations.AddConstraint(
            model_name="diarydraft",
            constraint=models.UniqueConstraint(
                condition=models.Q(("entry__isnull", True)), fields=("person",), name="diarydraft_one_new"
            ),
        ),
        Wall("DiaryEntry"),
        Wall("DiaryDraft"),
    ]
