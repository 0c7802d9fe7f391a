# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""No line of the log holds a one-time secret, and no visitor can write a line of her own."""

import json
import subprocess
import sys

import pytest

from leadroom.config.logs import hide_secrets

SAY = """
import logging
from leadroom.config.logs import configure
configure({"is_readable": False})
logging.getLogger("django.request").warning("Gone: %s", "/join/fjordby/s3cret-token/")
try:
    raise ValueError("/join/fjordby/s3cret-token/ again")
except ValueError:
    logging.getLogger("x").exception("broken")
"""


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Gone: /join/fjordby/s3cret-token/", "Gone: /join/fjordby/…/"),
        ("/sign-in/new-password/1-abc-def/", "/sign-in/new-password/…/"),
        ("GET /language/?next=/join/fjordby/s3cret/", "GET /language/?next=/join/fjordby/…/"),
        ("/sign-in/?next=%2Fjoin%2Ffjordby%2Fs3cret%2F HTTP", "/sign-in/?next=%2Fjoin%2Ffjordby%2F… HTTP"),
        ("?next=%252fjoin%252ffjordby%252fs3cret%252f", "?next=%252fjoin%252ffjordby%252f…"),
        ("?next=%2Fsign-in%2Fnew-password%2F1-abc-def%2F", "?next=%2Fsign-in%2Fnew-password%2F…"),
        ("one\nline\x1b[31m", "one line [31m"),
        ("GET /portfolio/feed/fjordby/s3cret/portfolio.ics", "GET /portfolio/feed/fjordby/…/portfolio.ics"),
        ("/people/profile/", "/people/profile/"),
    ],
)
def test_line_holds_no_secret_and_no_second_line(said, kept):
    assert hide_secrets(None, "info", {"event": said})["event"] == kept


def test_log_of_production_is_one_object_a_line_without_secrets():
    said = subprocess.run([sys.executable, "-c", SAY], capture_output=True, text=True, check=True).stderr

    lines = [json.loads(line) for line in said.splitlines()]

    assert [line["level"] for line in lines] == ["warning", "error"]
    assert "s3cret" not in said
