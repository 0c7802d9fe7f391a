# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Walking a learning path: begin a stage, write a note, mark its task done.

None of it is in the council's record: what a person learns is hers to tell.
"""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from leadroom.accounts.models import Actor
from leadroom.accounts.permissions import require
from leadroom.kit.seen import is_news
from leadroom.people import permissions
from leadroom.people.models import LearningPath, Stage, StageProgress, learning_paths


@transaction.atomic
def start_stage(path: LearningPath, stage: Stage, *, by: Actor) -> None:
    """Begin a stage; one that is begun already stays as it is."""
    require(permissions.may_learn(by))
    _begun(path, stage, by)


@transaction.atomic
def keep_stage(
    path: LearningPath, stage: Stage, *, by: Actor, note: str, seen: str | None = None, is_done: bool = False
) -> None:
    """
    Keep the note on a stage, and with `is_done` mark its task done; what was not begun is begun by it.

    `seen` is the fingerprint of what the form showed. Raises ChangedMeanwhile.
    """
    require(permissions.may_learn(by))
    row = _begun(path, stage, by)
    if is_news(seen, saved={"note": row.note}, wanted={"note": note}):
        row.note = note
    if is_done:
        row.done_at = row.done_at or timezone.now()
    row.save(update_fields=["note", "done_at"])


@transaction.atomic
def reopen_stage(path: LearningPath, stage: Stage, *, by: Actor) -> None:
    """Take back that the task is done."""
    require(permissions.may_learn(by))
    _rows(path, stage, by).update(done_at=None)


@transaction.atomic
def leave_stage(path: LearningPath, stage: Stage, *, by: Actor) -> None:
    """Forget that a stage was begun, and its note."""
    require(permissions.may_learn(by))
    _rows(path, stage, by).delete()


def _rows(path: LearningPath, stage: Stage, by: Actor) -> QuerySet[StageProgress]:
    return permissions.visible_stage_progress(by).filter(path=path.key, stage=stage.key)


def _begun(path: LearningPath, stage: Stage, by: Actor) -> StageProgress:
    """Return the person's row of a stage, made if there is none, and hold it until the act is done."""
    row, _ = StageProgress.objects.select_for_update().get_or_create(
        person=by.person, path=path.key, stage=stage.key, defaults={"pack": learning_paths().pack}
    )
    return row
