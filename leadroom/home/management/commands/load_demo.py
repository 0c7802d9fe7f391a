# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""`manage.py load_demo`: three invented councils, people and two years of their answers."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from leadroom.accounts import demo


class Command(BaseCommand):
    """Loads what is not there yet; with `--fresh` it begins anew."""

    help = "Load three invented councils (LEADROOM_MODE=demo only). What is there already stays as it is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--fresh", action="store_true", help="delete the invented councils first")

    def handle(self, *_args: Any, fresh: bool, **_options: Any) -> None:
        try:
            if fresh:
                demo.forget(progress=self._say)
            demo.load(today=timezone.localdate(), progress=self._say)
        except demo.DemoIsOff as refused:
            raise CommandError(str(refused)) from None

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
