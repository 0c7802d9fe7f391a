# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Brings the public directory of councils up to its pack; the same twice changes nothing."""

import csv
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from leadroom.accounts import actions
from leadroom.kit import packs

PACK = "directory"


class Command(BaseCommand):
    """Load packs/directory/councils.csv."""

    help = "Brings the public directory of councils up to its pack."

    def handle(self, *_: Any, **options: Any) -> None:
        """Load every row, or none where one is wrong."""
        folder = packs.folder_of(PACK)
        head = packs.read(folder / "pack.yaml")
        with (folder / "councils.csv").open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            try:
                found = actions.load_directory(enumerate(rows, start=2), pack=f"{PACK}@{head['version']}")
            except actions.BadRows as problem:
                raise CommandError(str(problem)) from None
        if options["verbosity"]:
            self.stdout.write(f"{found} councils are in the directory.")
