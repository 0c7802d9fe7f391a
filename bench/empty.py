# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
An empty Django view under the same web server: what a page costs before it does anything.

No middleware, no database, two bytes of answer. Run with a port as the only argument.
"""

import sys

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import re_path
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from leadroom.config.server import THREADS


def empty(_request: HttpRequest) -> HttpResponse:
    """Answer with as little as there is."""
    return HttpResponse(b"ok", headers={"Content-Length": "2"})


urlpatterns = [re_path("", empty)]

if not settings.configured:
    settings.configure(
        ROOT_URLCONF="bench.empty", ALLOWED_HOSTS=["localhost", "127.0.0.1"], LOGGING_CONFIG=None
    )
application = get_wsgi_application()


def main() -> None:
    """Serve as Leadroom's own server does, with one worker."""
    Server(
        "bench.empty:application",
        address="127.0.0.1",
        port=int(sys.argv[1]),
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    main()
