# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Work after the answer: jobs by name, kept in the database, run by `leadroom worker`.

The queue (django-tasks-db) marks a job running and never looks at it again; a lease
with a heartbeat beside it tells a job that is being done from one whose worker died.
So a job may run twice, and must do no harm then. A job names its council and runs
inside its wall; one that takes longer than half a minute is registered with
`own_transactions` and calls `beat()` between its steps.
"""

import os
import secrets
import socket
import time
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog
from django.conf import settings
from django.db import close_old_connections, connection, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from leadroom.kit.models import Lease
from leadroom.kit.tenancy import council

Job = Callable[..., Any]
Stop = Callable[[], bool]

PAUSE = 0.5
BEAT_EVERY = 10
LOST_AFTER = timedelta(seconds=60)
TRIES = 5
KEPT_FOR = timedelta(days=7)

log = structlog.get_logger(__name__)


class UnknownJob(LookupError):
    """No room registered a job of this name."""


@dataclass(frozen=True, slots=True)
class _Registered:
    job: Job
    own_transactions: bool
    given_up: Job | None = None


@dataclass(slots=True)
class _Periodic:
    seconds: float
    job: Job
    due_at: float = 0.0


_jobs: dict[str, _Registered] = {}
_periodic: dict[str, _Periodic] = {}
_held: ContextVar[list[Any] | None] = ContextVar("held", default=None)


def register(name: str, job: Job, *, own_transactions: bool = False, given_up: Job | None = None) -> None:
    """
    Let a room's job be called by name; it gets `council_id` and the ids it was queued with.

    `given_up` gets the same once the job has failed or died for the last time: what waits for it can say so.
    """
    _jobs[name] = _Registered(job, own_transactions, given_up)


def every(seconds: float, name: str, job: Job) -> None:
    """Let the scheduler call a function over and over; it enters each council itself."""
    _periodic[name] = _Periodic(seconds, job)


def enqueue_on_commit(name: str, *, council_id: int, **ids: Any) -> None:
    """
    Queue a job that starts once the act it belongs to is committed.

    The job is a row in the same transaction: an act that is rolled back takes its jobs
    along, and one that is committed can no longer lose them.
    """
    if name not in _jobs:
        raise UnknownJob(name)
    _perform.enqueue(name, council_id, ids)


def beat() -> bool:
    """Say that the running job is alive; the answer tells whether it is still this worker's."""
    held = _held.get()
    if held is None or time.monotonic() - held[1] < BEAT_EVERY:
        return True
    held[1] = time.monotonic()
    return bool(Lease.objects.filter(job_id=held[0], worker=worker_name()).update(beat_at=timezone.now()))


def run_worker(stop: Stop, *, with_scheduler: bool = True) -> None:
    """Do jobs one after another until told to stop; between them, what is due by the clock."""
    log.info("worker.started", worker=worker_name())
    while not stop():
        close_old_connections()
        if with_scheduler:
            run_due()
        if not run_next():
            time.sleep(PAUSE)


def run_scheduler(stop: Stop) -> None:
    """Do only what is due by the clock, until told to stop: for a worker without it elsewhere."""
    while not stop():
        close_old_connections()
        run_due()
        time.sleep(PAUSE)


def run_due() -> None:
    """Do the periodic work whose time has come; one that fails is told and tried again next time."""
    now = time.monotonic()
    for name, periodic in _periodic.items():
        if now >= periodic.due_at:
            periodic.due_at = now + periodic.seconds
            _guarded(name, periodic.job)


def run_next() -> bool:
    """Do the next waiting job; False when there is none."""
    result = _claim()
    if result is None:
        return False
    held = _held.set([result.id, time.monotonic()])
    try:
        _run(result)
    finally:
        _held.reset(held)
        Lease.objects.filter(job_id=result.id, worker=worker_name()).delete()
    return True


def rescue() -> int:
    """Queue again the jobs whose worker has not been heard of for a minute; return how many."""
    heard_of = Lease.objects.filter(beat_at__gte=timezone.now() - LOST_AFTER).values("job_id")
    with transaction.atomic():
        lost = DBTaskResult.objects.running().exclude(id__in=heard_of).select_for_update(skip_locked=True)
        # Claiming writes the lease in the same transaction, so a running job without one is lost too.
        jobs = list(lost)
        for result in jobs:
            _put_back(result)
        Lease.objects.filter(job_id__in=[result.id for result in jobs]).delete()
    for result in jobs:
        if result.status == TaskResultStatus.FAILED:
            _tell_given_up(result)
    return len(jobs)


def forget_the_done() -> None:
    """Delete the finished jobs of last week."""
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT_FOR).delete()


def forget_old_tries() -> None:
    """Delete what the cache kept for a while, as the counts of tries, once that is over."""
    table = connection.ops.quote_name(str(settings.CACHES["default"]["LOCATION"]))
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [now])  # noqa: S608 - the name is a setting


def worker_name() -> str:
    """Return this process's name among workers."""
    if not _name or _name[0] != os.getpid():
        _name[:] = [os.getpid(), f"{socket.gethostname()[:40]}-{os.getpid()}-{secrets.token_hex(4)}"]
    return str(_name[1])


_name: list[Any] = []


@task()
def _perform(name: str, council_id: int, ids: dict[str, Any]) -> None:
    registered = _jobs.get(name)
    if registered is None:
        raise UnknownJob(name)
    if registered.own_transactions:
        registered.job(council_id=council_id, **ids)
        return
    with council(council_id):
        registered.job(council_id=council_id, **ids)


def _claim() -> Any:
    # Looked for first without a transaction: on SQLite each one holds off every other writer.
    if not DBTaskResult.objects.ready().exists():
        return None
    with transaction.atomic():
        result = DBTaskResult.objects.ready().get_locked()
        if result is not None:
            result.claim(worker_name())
            Lease.objects.update_or_create(
                job_id=result.id, defaults={"worker": worker_name(), "beat_at": timezone.now()}
            )
    return result


def _run(result: Any) -> None:
    arguments = result.args_kwargs
    try:
        # Through the queue's own record, so that what it names is checked to be a task.
        result.task.call(*arguments["args"], **arguments["kwargs"])
    except Exception as problem:
        log.exception("job.failed", job=arguments["args"][:1], tries=len(result.worker_ids))
        _after_failure(result, problem)
    else:
        result.set_successful(None)


def _after_failure(result: Any, problem: Exception) -> None:
    tries = len(result.worker_ids)
    if tries >= TRIES or isinstance(problem, UnknownJob):
        result.set_failed(problem)
        _tell_given_up(result)
        return
    result.status = TaskResultStatus.READY
    result.run_after = timezone.now() + timedelta(seconds=10 * tries**2)
    result.save(update_fields=["status", "run_after"])


def _put_back(result: Any) -> None:
    if len(result.worker_ids) >= TRIES:
        result.set_failed(RuntimeError("Its worker died every time."))
        return
    log.warning("job.rescued", job=result.args_kwargs["args"][:1])
    result.status = TaskResultStatus.READY
    result.save(update_fields=["status"])


def _tell_given_up(result: Any) -> None:
    name, council_id, ids = result.args_kwargs["args"]
    registered = _jobs.get(name)
    if registered and registered.given_up:
        tell = registered.given_up
        _guarded(name, lambda: tell(council_id=council_id, **ids))


def _guarded(name: str, job: Job) -> None:
    try:
        job()
    except Exception:
        log.exception("periodic.failed", name=name)


every(15, "kit.rescue", rescue)
every(3600, "kit.forget_the_done", forget_the_done)
every(3600, "kit.forget_old_tries", forget_old_tries)
