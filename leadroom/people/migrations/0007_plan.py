# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of development plans."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import leadroom.kit.keys
from leadroom.kit.walls import Wall


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_record_by_verb"),
        ("people", "0006_diary"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanAction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(default=leadroom.kit.keys.new_key, editable=False, max_length=20)),
                ("competency", models.CharField(blank=True, max_length=60)),
                ("will_be_able", models.CharField(max_length=300)),
                ("when", models.CharField(max_length=300)),
                ("then", models.CharField(max_length=300)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("PRACTICE", "Practise at work"),
                            ("WITH_OTHERS", "Learn with others"),
                            ("COURSE", "Take a course"),
                        ],
                        max_length=12,
                    ),
                ),
                ("by_on", models.DateField()),
                ("review_on", models.DateField()),
                ("helper", models.CharField(blank=True, max_length=160)),
                ("how_seen", models.CharField(max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("DRAFT", "Draft"),
                            ("AGREED", "Agreed"),
                            ("DOING", "Doing"),
                            ("DONE", "Done"),
                            ("DROPPED", "Dropped"),
                        ],
                        default="DRAFT",
                        max_length=8,
                    ),
                ),
                ("dropped_reason", models.CharField(blank=True, max_length=300)),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("GAP", "From a gap in the profile"),
                            ("DIARY", "From the diary"),
                            ("BLANK", "From a blank page"),
                        ],
                        max_length=6,
                    ),
                ),
                ("token", models.UUIDField(editable=False)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("moved", models.PositiveIntegerField(default=0, editable=False)),
                ("shared_at", models.DateTimeField(editable=False, null=True)),
                ("suggested_at", models.DateTimeField(editable=False, null=True)),
                ("started_at", models.DateTimeField(editable=False, null=True)),
                ("ended_at", models.DateTimeField(editable=False, null=True)),
                ("reminded_on", models.DateField(editable=False, null=True)),
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
                    "evidence",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.evidence",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan_actions",
                        to="accounts.membership",
                    ),
                ),
                (
                    "shared_with",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
            ],
            options={
                "ordering": ("by_on", "id"),
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="PlanChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_reminded", models.BooleanField(default=True)),
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="PlanEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("ADDED", "Written down"),
                            ("SHARED", "Shared, to be agreed"),
                            ("TAKEN_BACK", "Taken back"),
                            ("AGREED", "Agreed"),
                            ("SUGGESTED", "Suggested other words"),
                            ("KEPT", "Kept as it is"),
                            ("CHANGED", "Changed"),
                            ("STARTED", "Started"),
                            ("REVIEWED", "Reviewed"),
                            ("DONE", "Done"),
                            ("DROPPED", "Dropped"),
                            ("REOPENED", "Taken up again"),
                            ("HANDED_OVER", "Seen by a new line manager from now on"),
                        ],
                        max_length=12,
                    ),
                ),
                ("text", models.CharField(blank=True, max_length=1000)),
                ("changes", models.JSONField(default=dict)),
                ("at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="people.planaction",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.council",
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddIndex(
            model_name="planaction",
            index=models.Index(fields=["state", "review_on"], name="planaction_review"),
        ),
        migrations.AddConstraint(
            model_name="planaction",
            constraint=models.UniqueConstraint(fields=("council", "id"), name="planaction_council_id"),
        ),
        migrations.AddConstraint(
            model_name="planaction",
            constraint=models.UniqueConstraint(fields=("council", "key"), name="planaction_council_key"),
        ),
        migrations.AddConstraint(
            model_name="planaction",
            constraint=models.UniqueConstraint(fields=("council", "token"), name="planaction_form_once"),
        ),
        migrations.AddConstraint(
            model_name="planaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["DRAFT", "AGREED", "DOING", "DONE", "DROPPED"])),
                name="planaction_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="planaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["PRACTICE", "WITH_OTHERS", "COURSE"])),
                name="planaction_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="planaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin__in", ("GAP", "DIARY", "BLANK"))), name="planaction_origin_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="planaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("dropped_reason", ""), ("state", "DROPPED"), _negated=True),
                name="planaction_dropped_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="planchoice",
            constraint=models.UniqueConstraint(fields=("council", "id"), name="planchoice_council_id"),
        ),
        migrations.AddConstraint(
            model_name="planevent",
            constraint=models.UniqueConstraint(fields=("council", "id"), name="planevent_council_id"),
        ),
        Wall("PlanAction"),
        Wall("PlanChoice"),
        Wall("PlanEvent"),
    ]
