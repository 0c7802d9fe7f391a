# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Jobs: with the act they belong to, done by one worker, done again when a worker dies."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from leadroom.accounts.models import Unit
from leadroom.kit import jobs
from leadroom.kit.models import Lease
from leadroom.kit.tenancy import NoCouncil, current_council

DYING = """
import os, sys, time
import django; django.setup()
from leadroom.kit import jobs

def slow(*, council_id):
    print("begun", flush=True)
    time.sleep(60)

jobs.register("test.slow", slow)
jobs.run_worker(lambda: False, with_scheduler=False)
"""


@pytest.fixture
def done():
    """Return what the test's job did."""
    return []


@pytest.fixture
def job(done, monkeypatch):
    """Register a job that writes down what it got."""
    monkeypatch.setattr(jobs, "_jobs", dict(jobs._jobs))
    jobs.register("test.job", lambda **ids: done.append((current_council(), ids)))
    return "test.job"


def test_job_runs_inside_its_council_and_once(fjordby, job, done):
    jobs.enqueue_on_commit(job, council_id=fjordby.pk, unit_id=7)

    assert [jobs.run_next(), jobs.run_next()] == [True, False]
    assert done == [(fjordby.pk, {"council_id": fjordby.pk, "unit_id": 7})]
    assert Lease.objects.count() == 0


def test_job_of_an_act_that_is_rolled_back_never_runs(fjordby, job, done):
    with transaction.atomic():
        jobs.enqueue_on_commit(job, council_id=fjordby.pk)
        transaction.set_rollback(True)

    assert (jobs.run_next(), done) == (False, [])


def test_unknown_job_is_refused_at_once(fjordby):
    with pytest.raises(jobs.UnknownJob):
        jobs.enqueue_on_commit("test.nothing", council_id=fjordby.pk)


def test_job_with_own_transactions_enters_its_council_itself(fjordby, monkeypatch):
    seen = []

    def own(*, council_id):
        with pytest.raises(NoCouncil):
            Unit.objects.count()
        seen.append(council_id)

    monkeypatch.setattr(jobs, "_jobs", dict(jobs._jobs))
    jobs.register("test.own", own, own_transactions=True)
    jobs.enqueue_on_commit("test.own", council_id=fjordby.pk)
    jobs.run_next()

    assert seen == [fjordby.pk]


def test_job_that_fails_is_tried_five_times_and_then_given_up(fjordby, monkeypatch):
    def fail(*, council_id):
        raise ValueError("no")

    monkeypatch.setattr(jobs, "_jobs", dict(jobs._jobs))
    jobs.register("test.fail", fail)
    jobs.enqueue_on_commit("test.fail", council_id=fjordby.pk)
    ran = 0
    for _ in range(8):
        ran += jobs.run_next()
        DBTaskResult.objects.update(run_after=timezone.now())

    assert (ran, DBTaskResult.objects.get().status) == (5, "FAILED")


def test_job_whose_worker_is_silent_for_a_minute_is_queued_again(fjordby, job, done):
    jobs.enqueue_on_commit(job, council_id=fjordby.pk)
    jobs._claim()
    assert jobs.rescue() == 0

    Lease.objects.update(beat_at=timezone.now() - timedelta(seconds=61))

    assert jobs.rescue() == 1
    assert (jobs.run_next(), len(done)) == (True, 1)


def test_job_that_kills_every_worker_is_given_up(fjordby, job, done):
    jobs.enqueue_on_commit(job, council_id=fjordby.pk)
    for _ in range(5):
        jobs._claim()
        Lease.objects.update(beat_at=timezone.now() - timedelta(seconds=61))
        jobs.rescue()

    assert (jobs.run_next(), DBTaskResult.objects.get().status) == (False, "FAILED")


def test_job_that_is_given_up_says_so_once(fjordby, monkeypatch):
    told = []

    def broken(*, council_id, thing):
        raise ValueError(thing)

    monkeypatch.setattr(jobs, "_jobs", dict(jobs._jobs))
    jobs.register("test.broken", broken, given_up=lambda **ids: told.append(ids))
    for thing, is_killed in ((1, False), (2, True)):
        jobs.enqueue_on_commit("test.broken", council_id=fjordby.pk, thing=thing)
        for _ in range(jobs.TRIES):
            assert told == [{"council_id": fjordby.pk, "thing": earlier} for earlier in range(1, thing)]
            if is_killed:
                jobs._claim()
                Lease.objects.update(beat_at=timezone.now() - timedelta(seconds=61))
                jobs.rescue()
            else:
                DBTaskResult.objects.update(run_after=timezone.now())
                jobs.run_next()

    assert told == [{"council_id": fjordby.pk, "thing": thing} for thing in (1, 2)]


def test_beat_keeps_a_long_job_and_tells_when_it_was_taken_over(fjordby, monkeypatch):
    told = []

    def long(*, council_id):
        monkeypatch.setattr(jobs, "BEAT_EVERY", 0)
        Lease.objects.update(beat_at=timezone.now() - timedelta(seconds=59))
        told.append(jobs.beat())
        told.append(Lease.objects.get().beat_at > timezone.now() - timedelta(seconds=5))
        Lease.objects.update(worker="another")
        told.append(jobs.beat())

    monkeypatch.setattr(jobs, "_jobs", dict(jobs._jobs))
    jobs.register("test.long", long, own_transactions=True)
    jobs.enqueue_on_commit("test.long", council_id=fjordby.pk)
    jobs.run_next()

    assert told == [True, True, False]


def test_beat_outside_a_job_is_harmless():
    assert jobs.beat()


def test_what_is_due_by_the_clock_runs_again_and_one_failure_stops_nobody(monkeypatch):
    ran = []
    monkeypatch.setattr(jobs, "_periodic", {})
    jobs.every(0, "test.fails", lambda: 1 / 0)
    jobs.every(0, "test.often", lambda: ran.append("often"))
    jobs.every(3600, "test.seldom", lambda: ran.append("seldom"))

    jobs.run_due()
    jobs.run_due()

    assert sorted(ran) == ["often", "often", "seldom"]


def test_worker_stops_when_told(db, monkeypatch):
    monkeypatch.setattr(jobs, "PAUSE", 0)
    monkeypatch.setattr(jobs, "_periodic", {})
    monkeypatch.setattr(jobs, "close_old_connections", lambda: None)
    told = iter([False, False, True])

    jobs.run_worker(lambda: next(told))

    assert next(told, "stopped") == "stopped"


def test_done_jobs_are_forgotten_after_a_week(fjordby, job):
    jobs.enqueue_on_commit(job, council_id=fjordby.pk)
    jobs.run_next()
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(days=8))

    jobs.forget_the_done()

    assert DBTaskResult.objects.count() == 0


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_worker_killed_in_the_middle_leaves_its_job_to_another(fjordby, done, monkeypatch, tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    database = str(settings.DATABASES["default"]["NAME"])
    (folder / "leadroom.sqlite3").symlink_to(database)
    monkeypatch.setattr(jobs, "_jobs", dict(jobs._jobs))
    jobs.register("test.slow", lambda **ids: done.append(ids))
    jobs.enqueue_on_commit("test.slow", council_id=fjordby.pk)

    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "LEADROOM_DATA": str(folder)}
    worker = subprocess.Popen(
        [sys.executable, "-c", DYING], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert worker.stdout.readline() == "begun\n"
    worker.send_signal(signal.SIGKILL)
    worker.wait()

    assert (jobs.rescue(), jobs.run_next()) == (0, False)
    Lease.objects.update(beat_at=timezone.now() - timedelta(seconds=61))
    deadline = time.monotonic() + 5
    while not jobs.rescue() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert (jobs.run_next(), done) == (True, [{"council_id": fjordby.pk}])


def test_what_the_cache_kept_for_a_while_goes_when_that_is_over(db):
    cache.set("over", 1, timeout=-60)
    cache.set("counted", 1, timeout=60)
    table = settings.CACHES["default"]["LOCATION"]

    def rows():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {table}")
            return cursor.fetchone()[0]

    assert rows() == 2
    jobs.forget_old_tries()
    assert (rows(), cache.get("counted")) == (1, 1)


def test_flood_of_tries_drops_no_count(db):
    cache.set("counted", 1, timeout=60)

    for number in range(320):
        cache.set(f"flood{number}", 1, timeout=60)

    assert cache.get("counted") == 1
    assert cache._max_entries == 1_000_000
