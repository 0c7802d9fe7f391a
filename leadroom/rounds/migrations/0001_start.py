# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is asked what, and what is answered."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import leadroom.kit.keys
from leadroom.kit.walls import Wall


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0005_record_by_verb"),
    ]

    operations = [
        migrations.CreateModel(
            name="Round",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(default=leadroom.kit.keys.new_key, editable=False, max_length=20)),
                ("kind", models.CharField(max_length=40)),
                ("items", models.JSONField(default=list)),
                ("cells", models.JSONField(default=list)),
                ("fewest", models.PositiveSmallIntegerField(default=5)),
                (
                    "promise",
                    models.CharField(
                        choices=[
                            ("ANONYMOUS", "anonymous"),
                            ("TOGETHER", "shown together, not anonymous"),
                            ("NOBODY", "nobody is asked without a name"),
                        ],
                        max_length=12,
                    ),
                ),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("closes_on", models.DateField()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("published", models.JSONField(default=dict)),
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
                    "opened_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
            ],
            options={
                "ordering": ("-opened_at", "-id"),
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Invitee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(default=leadroom.kit.keys.new_key, editable=False, max_length=20)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("name", models.CharField(blank=True, max_length=150)),
                ("language", models.CharField(max_length=2)),
                ("group", models.CharField(max_length=20)),
                ("cell", models.CharField(blank=True, max_length=40)),
                ("is_named", models.BooleanField(default=False)),
                ("has_answered", models.BooleanField(default=False)),
                ("has_declined", models.BooleanField(default=False)),
                ("was_reminded", models.BooleanField(default=False)),
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
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitees",
                        to="rounds.round",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("cell", models.CharField(blank=True, max_length=40)),
                ("answers", models.JSONField(default=dict)),
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
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="rounds.round"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("answers", models.JSONField(default=dict)),
                ("version", models.PositiveIntegerField(default=0)),
                ("is_sent", models.BooleanField(default=False)),
                ("answer_id", models.UUIDField(default=uuid.uuid4, editable=False)),
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
                    "invitee",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="draft", to="rounds.invitee"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [models.UniqueConstraint(fields=("council", "id"), name="draft_council_id")],
            },
        ),
        migrations.AddIndex(
            model_name="round",
            index=models.Index(fields=["council", "kind", "closed_at"], name="round_open"),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.UniqueConstraint(fields=("council", "id"), name="round_council_id"),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.UniqueConstraint(fields=("council", "key"), name="round_council_key"),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.CheckConstraint(
                condition=models.Q(("fewest__gte", 5)), name="round_fewest_at_least_five"
            ),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.CheckConstraint(
                condition=models.Q(("promise__in", ["ANONYMOUS", "TOGETHER", "NOBODY"])),
                name="round_promise_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitee",
            constraint=models.UniqueConstraint(fields=("council", "id"), name="invitee_council_id"),
        ),
        migrations.AddConstraint(
            model_name="invitee",
            constraint=models.UniqueConstraint(fields=("council", "key"), name="invitee_council_key"),
        ),
        migrations.AddConstraint(
            model_name="invitee",
            constraint=models.UniqueConstraint(fields=("round", "person"), name="invitee_person_once"),
        ),
        migrations.AddConstraint(
            model_name="invitee",
            constraint=models.UniqueConstraint(
                condition=models.Q(("email", ""), _negated=True),
                fields=("round", "email"),
                name="invitee_email_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(fields=("council", "id"), name="answer_council_id"),
        ),
        Wall("Round"),
        Wall("Invitee"),
        Wall("Draft"),
        Wall("Answer"),
    ]
